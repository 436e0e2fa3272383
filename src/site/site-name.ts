/** The site of a URL: its host without `www.`; undefined for what is no URL with a host. */
export function siteOfUrl(url: string): string | undefined {
  try {
    return new URL(url).hostname.replace(/^www\.(?=.)/, '').replace(/\.$/, '') || undefined
  } catch {
    return undefined
  }
}
