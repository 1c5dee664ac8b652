export { findRequests, type FoundRequests, type RequestPeriod } from './find_requests';
