// The server settings Continuum depends on: durability, deadlines, and a log without anybody's data.

export const serverSettings: Record<string, string> = {
  // Durability: an answered save survives a power cut.
  synchronous_commit: 'on',
  // Deadlines: a forgotten transaction would hold back the audit's sealing and every vacuum.
  idle_in_transaction_session_timeout: '10s',
  transaction_timeout: '120s',
  client_connection_check_interval: '2s',
  // The log names errors, never values: parameters, statements and the DETAIL line can hold personal data.
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_timezone: 'UTC',
  timezone: 'UTC',
  // Size: an agency of twenty on one laptop, with room for its job runner.
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
}
