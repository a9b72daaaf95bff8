// Who has it.
return $input.all().map((item, index) => ({
	json: {
		statusCode: item.json.statusCode,
		...$('One Item a Workflow').itemMatching(index)?.json,
		push: undefined,
	},
	pairedItem: index,
}));
