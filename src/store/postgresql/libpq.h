#pragma once

#include <libpq-fe.h>

namespace aliprotect::store {

/// The functions of libpq, which is loaded when a store on a server is first opened: linking it
/// would load OpenSSL and Kerberos in every run.
class Libpq {
  /// A function of the library, which converts to any function pointer.
  struct Symbol {
    void* address;
    template <typename Function>
    operator Function*() const {  // NOLINT(google-explicit-constructor)
      return reinterpret_cast<Function*>(address);
    }
  };
  static Symbol found(const char* name);

 public:
  decltype(&::PQclear) clear = found("PQclear");
  decltype(&::PQcmdStatus) cmd_status = found("PQcmdStatus");
  decltype(&::PQcmdTuples) cmd_tuples = found("PQcmdTuples");
  decltype(&::PQconnectPoll) connect_poll = found("PQconnectPoll");
  decltype(&::PQconnectStartParams) connect_start_params = found("PQconnectStartParams");
  decltype(&::PQconninfoFree) conninfo_free = found("PQconninfoFree");
  decltype(&::PQconninfoParse) conninfo_parse = found("PQconninfoParse");
  decltype(&::PQconndefaults) conndefaults = found("PQconndefaults");
  decltype(&::PQconsumeInput) consume_input = found("PQconsumeInput");
  decltype(&::PQerrorMessage) error_message = found("PQerrorMessage");
  decltype(&::PQexec) exec = found("PQexec");
  decltype(&::PQexecParams) exec_params = found("PQexecParams");
  decltype(&::PQexecPrepared) exec_prepared = found("PQexecPrepared");
  decltype(&::PQfinish) finish = found("PQfinish");
  decltype(&::PQftype) ftype = found("PQftype");
  decltype(&::PQfreemem) freemem = found("PQfreemem");
  decltype(&::PQgetisnull) getisnull = found("PQgetisnull");
  decltype(&::PQgetlength) getlength = found("PQgetlength");
  decltype(&::PQgetResult) get_result = found("PQgetResult");
  decltype(&::PQgetvalue) getvalue = found("PQgetvalue");
  decltype(&::PQisBusy) is_busy = found("PQisBusy");
  decltype(&::PQntuples) ntuples = found("PQntuples");
  decltype(&::PQparameterStatus) parameter_status = found("PQparameterStatus");
  decltype(&::PQputCopyData) put_copy_data = found("PQputCopyData");
  decltype(&::PQputCopyEnd) put_copy_end = found("PQputCopyEnd");
  decltype(&::PQprepare) prepare = found("PQprepare");
  decltype(&::PQreset) reset = found("PQreset");
  decltype(&::PQresultErrorField) result_error_field = found("PQresultErrorField");
  decltype(&::PQresultStatus) result_status = found("PQresultStatus");
  decltype(&::PQsendQuery) send_query = found("PQsendQuery");
  decltype(&::PQserverVersion) server_version = found("PQserverVersion");
  decltype(&::PQsetNoticeProcessor) set_notice_processor = found("PQsetNoticeProcessor");
  decltype(&::PQsocket) socket = found("PQsocket");
  decltype(&::PQstatus) status = found("PQstatus");
  decltype(&::PQtransactionStatus) transaction_status = found("PQtransactionStatus");
};

/// Loads the library. Throws StoreError if it is not installed.
const Libpq& libpq();

}  // namespace aliprotect::store
