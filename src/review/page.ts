/** The pages a run writes beside its articles: one for each document, and the index of all. */
export {documentPage} from './document-page.js'
export {indexPage, type PageSummary, pageSummary} from './index-page.js'
