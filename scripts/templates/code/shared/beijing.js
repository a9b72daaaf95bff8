// A time as Beijing reads it: the editor of n8n drops the time zone of a workflow that it imports.
const beijing = (time) => DateTime.fromISO(String(time ?? ''), { zone: 'Asia/Shanghai' });
