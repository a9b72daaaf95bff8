// The order number travels as User Data of the binding, as an object or as plain text.
const orderOf = ({ userData }) =>
	(typeof userData === 'object' ? userData?.orderId : userData) ?? undefined;
