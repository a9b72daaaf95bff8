import { bindingFields } from './bindingFields.zh';
import { call } from './call.zh';
import { choices } from './choices.zh';
import { properties } from './properties.zh';
import { recording } from './recording.zh';
import type { Chinese } from './translate';

/** The Chinese of what all action nodes show, each beside its own. */
export const actionNode: Chinese = {
	...properties,
	...bindingFields,
	...choices,
	...call,
	...recording,
};
