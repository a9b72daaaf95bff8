import { axApplication, describeReplies, xApplication } from './replySuite';
import { sharedPlayground } from './shared';

describe('replies in an n8n of one process', () => {
	const playground = sharedPlayground({
		simulator: { applications: [xApplication, axApplication], speed: 100 },
	});

	describeReplies(playground);
});
