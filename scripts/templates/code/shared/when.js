const when = (time) => {
	const at = beijing(time);
	return at.isValid ? at.toFormat('MM-dd HH:mm') : '?';
};
