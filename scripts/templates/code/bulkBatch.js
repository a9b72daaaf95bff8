// The batch whose rows are marked now, in the order in which they were read.
return $('Next Batch')
	.all(0, -1)
	.filter(({ json }) => json.id !== undefined)
	.map(({ json }) => ({ json }));
