/**
 * `npm run prepare`: builds, and first brings what the build needs where npm did not. `npm install --global git+…`, which
 * pre-commit uses, hands its --global on to the installation of the package's own tools, which then end up nowhere.
 */
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'

const env = {...process.env, npm_config_global: 'false', npm_config_location: 'project'}

function npm(...args) {
  const {status} = spawnSync('npm', args, {stdio: 'inherit', env, shell: process.platform === 'win32'})
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync('node_modules/typescript')) npm('ci', '--include=dev', '--ignore-scripts', '--loglevel=error')
npm('run', 'build', '--silent')
