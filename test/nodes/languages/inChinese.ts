/* Imported first, it makes whatever is loaded after it speak Chinese, as n8n's own setting does. */
process.env.N8N_DEFAULT_LOCALE = 'zh-CN';
