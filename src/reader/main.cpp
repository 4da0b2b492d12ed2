// Reads files of foreign formats and writes the facts about orders in them as lines of JSON. It is
// a separate process because it parses files from strangers: it has no store and no network, and
// cannot open files. docs/architecture.md describes input and output.
#include <unistd.h>

#include <new>
#include <string_view>

#include "import/text/mail_subject.h"
#include "import/text/page_label.h"
#include "reader/facts.h"
#include "reader/given_file.h"
#include "reader/mail_file.h"
#include "reader/read_file.h"
#include "reader/refusal.h"
#include "reader/sandbox.h"

namespace {

using namespace aliprotect;

/// Loads everything from files that is needed later, while files can still be opened.
void prepare() {
  prepare_mail();
  read_mail_subject("order");
  read_label("order");
}

void read(const GivenFile& file, FactWriter& writer) {
  limit_time_of_file();
  Counts counts;
  writer.begin_file(file.name);
  std::string trouble;
  try {
    read_file(file, writer, counts);
  } catch (const Refusal& refusal) {
    trouble = refusal.what();
  } catch (const std::bad_alloc&) {
    trouble = "it needs more than 512 MiB of memory";
  } catch (const std::exception& error) {
    trouble = std::string("it is damaged: ") + error.what();
  }
  writer.end_file(counts, trouble);
}

}  // namespace

/// `aliprotect-read < FILE` reads one file; `aliprotect-read --socket` reads those that arrive on
/// the socket that is its standard input.
int main(int argc, char** argv) {
  const std::string_view option = argc > 1 ? argv[1] : "";
  const bool is_socket = option == "--socket";
  if (argc > 2 || (argc == 2 && !is_socket)) {
    constexpr std::string_view usage = "usage: aliprotect-read < FILE\n";
    return ::write(STDERR_FILENO, usage.data(), usage.size()) < 0 ? 1 : 2;
  }
  prepare();
  const int input = is_socket ? STDIN_FILENO : seekable(STDIN_FILENO);
  enter_sandbox();
  FactWriter writer(STDOUT_FILENO);
  if (!is_socket) {
    read({input, "", "auto"}, writer);
    return 0;
  }
  while (const auto file = next_given_file(input)) {
    read(*file, writer);
    ::close(file->descriptor);
  }
  return 0;
}
