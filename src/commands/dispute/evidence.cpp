#include <algorithm>

#include "commands/dispute/dispute.h"
#include "commands/support/facts.h"
#include "commands/support/input_file.h"
#include "core/evidence.h"
#include "core/text/utf8.h"
#include "render/text.h"

namespace aliprotect {
namespace {

struct EvidenceOptions : ChangeOptions {
  std::vector<std::string> files;
  std::optional<std::string> note;
};

/// Reads all files before anything is recorded. Throws UserError.
std::vector<Evidence> read_files(Context& context, const EvidenceOptions& options) {
  const Instant at = happened(context, options);
  std::optional<std::string> note;
  if (options.note) note = checked_text("--note", *options.note);
  std::vector<Evidence> files;
  for (const std::string& path : options.files) {
    refuse_empty_name("dispute evidence", path);
    Evidence& evidence = files.emplace_back(read_evidence(path));
    if (!is_utf8(evidence.file)) {
      throw UserError(path + ": the path is not UTF-8; rename the file");
    }
    if (evidence.size == 0) context.warn(path + " is empty");
    evidence.note = note;
    evidence.added_at = at;
  }
  return files;
}

/// Adds the file. If it is already recorded and unchanged, only its note is updated.
void add_file(Context& context, Dispute& dispute, const Evidence& file) {
  const auto known =
      std::find_if(dispute.evidence.begin(), dispute.evidence.end(), [&](const Evidence& recorded) {
        return recorded.file == file.file && recorded.sha256 == file.sha256;
      });
  if (known == dispute.evidence.end()) {
    dispute.evidence.push_back(file);
  } else if (file.note && file.note != known->note) {
    known->note = file.note;
  } else {
    context.warn(file.file + " is already recorded and has not changed");
  }
}

ExitCode run_evidence(const EvidenceOptions& options, Context& context) {
  const std::vector<Evidence> files = read_files(context, options);
  OrderChange change;
  change.done = "evidence recorded:";
  change.check = [&](const Order& order) { return check_open_dispute(context, order); };
  change.apply = [&](Order& order) {
    for (const Evidence& file : files) add_file(context, dispute_of(order), file);
  };
  return change_orders(context, options, change);
}

void describe_evidence(Command& evidence, EvidenceOptions& options) {
  Option& order = add_arguments(evidence, "ORDER", options.orders,
                                "id, order number or tracking number");
  order.required = true;
  order.repeats = false;  // the remaining words are files
  Option& files = add_arguments(
      evidence, "FILE", options.files,
      "a photo, video or text; its path, size and SHA-256 are recorded, but it is not copied");
  files.required = true;
  add_value(evidence, "--note", options.note, "a note on what the files show", "TEXT");
  add_when_and_force(evidence, options, "when you submitted it");
}

}  // namespace

void add_evidence(Command& dispute) {
  add_examples(add_command<EvidenceOptions>(dispute, "evidence", "Record files as evidence",
                                            describe_evidence, run_evidence),
               {"aliprotect dispute evidence 3 photo.jpg video.mp4 --note 'crack in the screen'"});
}

}  // namespace aliprotect
