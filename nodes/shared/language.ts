import { languageOf, type Language } from '../../platform/codes/text';
import { environmentVariable } from '../../platform/state/environment';

/**
 * The language of everything that people read of this package in n8n: Chinese where n8n's own
 * `N8N_DEFAULT_LOCALE` begins with `zh`, else English. Decided once, when the package loads.
 */
export const LANGUAGE: Language = languageOf(environmentVariable('N8N_DEFAULT_LOCALE'));
