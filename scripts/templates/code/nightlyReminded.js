// Only what the group has been told counts as told.
return $('Plan')
	.all()
	.filter(({ json }) => json.todo === 'remind')
	.map(({ json }) => ({ json: { id: json.id } }));
