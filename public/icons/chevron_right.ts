import { createIcon } from './create_icon';

export const ChevronRight = createIcon('M6 3.5 10.5 8 6 12.5');
