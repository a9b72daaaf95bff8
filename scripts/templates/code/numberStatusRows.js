// A row a number. A number is one row, whether somebody wrote it with +86 or without.
const dial = (number) =>
	String(number ?? '')
		.replace(/[\s-]/g, '')
		.replace(/^\+?86(?=1\d{10}$)/, '');
const known = new Map(
	$('Stock')
		.all()
		.map(({ json }) => [dial(json.privateNumber), json.privateNumber]),
);
return $input.first() === undefined
	? []
	: $('Settings')
			.all()
			.map(({ json }) => {
				const sample = json.sample === true;
				return {
					json: {
						row: sample
							? 'sample ' + json.privateNumber
							: (known.get(dial(json.privateNumber)) ?? json.privateNumber ?? 'unknown'),
						privateNumber: sample
							? 'sample ' + json.privateNumber
							: (known.get(dial(json.privateNumber)) ?? json.privateNumber ?? 'unknown'),
						usable: json.status?.code === 5,
						status: json.status?.zh ?? String(json.status?.code ?? ''),
						cause: json.cause?.zh ?? '',
						changedAt: json.time,
						sample,
						statusEn: json.status?.en,
						causeEn: json.cause?.en,
					},
				};
			});
