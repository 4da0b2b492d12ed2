#include "core/evidence.h"

#include <filesystem>
#include <fstream>

#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/temp_dir.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

std::string written(const TempDir& folder, const std::string& name, const std::string& text) {
  const std::string path = folder / name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

}  // namespace

TEST_CASE("evidence has the size and SHA-256 of the examples in FIPS 180") {
  struct Row {
    const char* name;
    std::string text;
    const char* sha256;
  };
  const Row rows[] = {
      {"empty", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"a million times a", std::string(1'000'000, 'a'),
       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  const TempDir folder;
  for (const Row& row : rows) {
    INFO(row.name);
    const std::string path = written(folder, "photo.jpg", row.text);
    const Evidence evidence = read_evidence(path);
    CHECK(evidence.sha256 == row.sha256);
    CHECK(evidence.size == static_cast<std::int64_t>(row.text.size()));
    CHECK(evidence.file == path);
  }
}

TEST_CASE("the path of evidence is absolute and normalized") {
  const TempDir folder;
  written(folder, "photo.jpg", "x");
  std::filesystem::create_directory(folder / "inner");
  CHECK(read_evidence(folder / "./inner/../photo.jpg").file == folder / "photo.jpg");
  std::filesystem::create_symlink(folder / "photo.jpg", folder / "latest.jpg");
  CHECK(read_evidence(folder / "latest.jpg").file == folder / "photo.jpg");
}

TEST_CASE("evidence must be a readable file") {
  const TempDir folder;
  CHECK_THROWS_AS(read_evidence(folder / "missing.jpg"), UserError);
  CHECK_THROWS_AS(read_evidence(folder / "."), UserError);
  CHECK_THROWS_AS(read_evidence("/dev/zero"), UserError);
  CHECK_THROWS_AS(read_evidence(""), UserError);
}

TEST_CASE("a recorded file is unchanged, changed, missing or unreadable") {
  const TempDir folder;
  const std::string path = written(folder, "photo.jpg", "as it was");
  const Evidence evidence = read_evidence(path);
  CHECK(state_of(evidence) == EvidenceState::unchanged);
  written(folder, "photo.jpg", "as it WAS");
  CHECK(state_of(evidence) == EvidenceState::changed);
  written(folder, "photo.jpg", "longer than it was");
  CHECK(state_of(evidence) == EvidenceState::changed);
  std::filesystem::remove(path);
  CHECK(state_of(evidence) == EvidenceState::missing);
  std::filesystem::create_directory(path);
  CHECK(state_of(evidence) == EvidenceState::unreadable);
}
