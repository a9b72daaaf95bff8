const { language } = $('Settings').first().json.settings;
const say = (en, zh) => (String(language).startsWith('en') ? en : zh);
