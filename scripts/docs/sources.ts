import { HuaweiPrivateNumberApi } from '../../credentials/HuaweiPrivateNumberApi.credentials';
import { chinese } from '../../credentials/HuaweiPrivateNumberApi.zh';
import { MESSAGES } from '../../nodes/shared/messages';
import { withTexts } from '../../nodes/shared/translate';
import { DETAILS } from '../../platform/codes/details';
import { EXPECTATIONS } from '../../platform/codes/expectations';
import { LOCAL_CODES } from '../../platform/codes/localCodes';
import { RESULT_CODES } from '../../platform/codes/resultCodes';
import { exampleName } from '../../playground/examples/names';
import { texts } from '../../simulator/page/texts';
import { examples } from '../templates/examples';
import type { Sources } from './chinesePage';
import { platformTexts } from './codePages';
import { labelsOf, textsIn } from './labels';
import { nodesIn } from './nodes';

/** Everything that Chinese pages may quote: from the nodes, the credential, the examples and the simulator. */
export async function sourcesOfQuotes(): Promise<Sources> {
	const [english, translated] = await Promise.all([nodesIn('en'), nodesIn('zh')]);
	const { displayName, properties } = new HuaweiPrivateNumberApi();
	const credential = { displayName, properties };
	const credentialInChinese = withTexts(credential, (text) => chinese[text] ?? text);
	const workflows = examples.map(({ name }) => exampleName(name, 'zh-CN'));
	const said = [MESSAGES, DETAILS, EXPECTATIONS, LOCAL_CODES, RESULT_CODES, texts];
	return {
		labels: labelsOf([english, credential], [translated, credentialInChinese]),
		sentences: [
			...workflows,
			...textsIn(said)
				.filter(([way]) => way.endsWith('.zh'))
				.map(([, text]) => text),
		],
		platformTexts: platformTexts(),
	};
}
