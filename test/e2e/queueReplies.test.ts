import { axApplication, describeReplies, xApplication } from './replySuite';
import { sharedPlayground } from './shared';

describe('replies in an n8n with a worker and a webhook processor', () => {
	const playground = sharedPlayground({
		isQueue: true,
		simulator: { applications: [xApplication, axApplication], speed: 100 },
	});

	describeReplies(playground);
});
