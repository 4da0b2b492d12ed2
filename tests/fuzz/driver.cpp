// Runs a target without libFuzzer, with any compiler: every file of its corpus and many mutations
// of them, the same in every run. It has options of libFuzzer.
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
using Random = std::mt19937;

std::size_t below(Random& random, std::size_t count) { return random() % count; }

void run(const std::string& input) {
  // A separate buffer, so that a sanitizer detects reads beyond its end.
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Makes one mutation: changes a byte, removes or repeats a part, or inserts a part of another
/// input or a problematic text.
void change(std::string& input, const std::vector<std::string>& corpus, Random& random) {
  static const std::string sore[] = {
      std::string(1, '\0'), "\xFF",         "\"",    "\n", "\r", "{", "[", "-",
      "999999999999",       "\xE2\x80\xAE", "\x1b[", "\\", ",",  "'"};
  const std::size_t at = below(random, input.size() + 1);
  const std::size_t size = below(random, input.size() - at + 1);
  const std::string& other = corpus[below(random, corpus.size())];
  const std::size_t from = below(random, other.size() + 1);
  switch (below(random, 6)) {
    case 0:
      if (at < input.size()) input[at] = static_cast<char>(random());
      break;
    case 1:
      input.erase(at, size);
      break;
    case 2:
      input.insert(at, input.substr(at, size));
      break;
    case 3:
      input.insert(at, sore[below(random, std::size(sore))]);
      break;
    case 4:
      input.replace(at, size, other, from, below(random, other.size() - from + 1));
      break;
    default:
      input.insert(at, other, from, below(random, other.size() - from + 1));
  }
}

std::string changed(const std::vector<std::string>& corpus, Random& random, std::size_t longest) {
  std::string input = corpus[below(random, corpus.size())];
  for (std::size_t left = 1 + below(random, 4); left > 0; --left) change(input, corpus, random);
  if (input.size() > longest) input.resize(longest);
  return input;
}

/// Returns the number of an option such as `-runs=1000`.
std::size_t number_of(std::string_view word, std::string_view option, std::size_t otherwise) {
  if (!word.starts_with(option)) return otherwise;
  return std::strtoull(std::string(word.substr(option.size())).c_str(), nullptr, 10);
}

void keep(const std::string& input) {
  std::ofstream(std::string("crash-input"), std::ios::binary) << input;
}

std::string running;

}  // namespace

int main(int argc, char** argv) {
  std::size_t runs = 0;
  std::size_t seed = 1;
  std::size_t longest = 4096;
  std::vector<std::string> corpus;
  for (const std::string_view word : std::vector<std::string_view>(argv + 1, argv + argc)) {
    runs = number_of(word, "-runs=", runs);
    seed = number_of(word, "-seed=", seed);
    longest = number_of(word, "-max_len=", longest);
    if (word.starts_with('-')) continue;
    if (fs::is_regular_file(word)) corpus.push_back(contents(word));
    if (!fs::is_directory(word)) continue;
    std::vector<fs::path> files(fs::directory_iterator(word), {});
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) corpus.push_back(contents(file));
  }
  if (corpus.empty()) {
    std::fprintf(stderr, "usage: %s [-runs=N] [-seed=N] [-max_len=N] FILE|FOLDER...\n", argv[0]);
    return 2;
  }
  std::signal(SIGABRT, [](int) { keep(running); });
  for (const std::string& input : corpus) run(running = input);
  Random random(static_cast<Random::result_type>(seed));
  for (std::size_t left = runs; left > 0; --left) run(running = changed(corpus, random, longest));
  std::printf("%zu files, %zu changes of them\n", corpus.size(), runs);
}
