/** Loads modules as an n8n does that was started with this locale; other tests keep theirs. */
export function inLocale<Result>(locale: string | undefined, load: () => Result): Result {
	const before = process.env.N8N_DEFAULT_LOCALE;
	const set = (value: string | undefined): void => {
		if (value === undefined) delete process.env.N8N_DEFAULT_LOCALE;
		else process.env.N8N_DEFAULT_LOCALE = value;
	};
	let result: { value: Result } | undefined;
	set(locale);
	try {
		jest.isolateModules(() => {
			result = { value: load() };
		});
	} finally {
		set(before);
	}
	if (!result) throw new Error('Nothing was loaded.');
	return result.value;
}
