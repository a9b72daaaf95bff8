// Who may not call, and where the others go now.
const { callerNumber, privateNumber } = $('Somebody Calls').first().json;
const dial = (number) =>
	String(number ?? '')
		.normalize('NFKC')
		.replace(/[\s-]/g, '')
		.replace(/^(\+|00)?86(?=[1-9]\d{9,})/, '')
		.replace(/^0+/, '');
const isBlocked = $('Blacklist')
	.all()
	.some(({ json }) => json.callerNumber && dial(json.callerNumber) === dial(callerNumber));
// The hours of the routes are Beijing's: the editor of n8n drops the time zone of an imported workflow.
const { hour } = DateTime.now().setZone('Asia/Shanghai');
const isOpen = ({ fromHour, toHour }) => {
	if (fromHour == null || toHour == null || fromHour === toHour) return true;
	return fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
};
const route = $input
	.all()
	.map(({ json }) => json)
	.find((row) => row.destination && dial(row.privateNumber) === dial(privateNumber) && isOpen(row));
return [
	{
		json: { destination: isBlocked ? undefined : route?.destination, isBlocked, note: route?.note },
	},
];
