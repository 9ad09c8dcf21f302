// The C++ peer: what noisemark's steps on libtorch cost without Java.
//
// The same calls of libtorch in the same order as org.noisemark.engine.libtorch and
// org.noisemark.optim make them. compare.py builds and starts this, and speaks to it (see there).
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include <ATen/Parallel.h>
#include <ATen/Version.h>

#include "network.h"

constexpr int64_t kBatch = 128, kLosses = 256;
constexpr double kMomentum = 0.9, kWeightDecay = 5e-4, kGuard = 1e-12;
constexpr double kEta = 0.01, kLambda = 0.9, kSigma = 1;  // noisemark's defaults

template <typename T>
Tensor readFile(const std::string& path, at::ScalarType type) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) throw std::runtime_error("cannot read " + path);
  int64_t count = static_cast<int64_t>(in.tellg()) / static_cast<int64_t>(sizeof(T));
  Tensor values = at::empty({count}, type);
  in.seekg(0);
  in.read(reinterpret_cast<char*>(values.data_ptr()), count * static_cast<int64_t>(sizeof(T)));
  return values;
}

void writeFile(const Tensor& values, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  out.write(static_cast<const char*>(values.data_ptr()), values.numel() * 4);
  if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

// One training: org.noisemark.optim.Trainer and the five optimizers.
class Training {
 public:
  Training(const std::string& name, std::string method, double rate, const std::string& workload)
      : optimizer(std::move(method)), learningRate(rate), network(name, imageShape(workload)) {
    ImageShape shape = imageShape(workload);
    images = readFile<float>(workload + "/images.f32", at::kFloat)
                 .view({-1, shape.channels, shape.height, shape.width});
    labels = readFile<int64_t>(workload + "/labels.i64", at::kLong);
    rows = at::arange(kBatch, at::kLong);
    network.write(readFile<float>(workload + "/" + name + ".parameters.f32", at::kFloat));
    saved = at::zeros_like(network.flat);
    velocity = at::zeros_like(network.flat);
    losses = at::zeros({kLosses});
    if (optimizer == "asam") {
      mask = at::zeros_like(network.flat);
      offset = at::zeros_like(network.flat);
      t = at::zeros_like(network.flat);
      auto masks = network.views(mask), offsets = network.views(offset);
      for (size_t i = 0; i < masks.size(); i++) {
        masks[i].fill_(network.adapted[i] ? 1 : 0);
        offsets[i].fill_(network.adapted[i] ? kEta : 1);
      }
    }
    if (optimizer == "asam" || optimizer == "fsam") direction = at::zeros_like(network.flat);
  }

  void lossAndGradient(bool clean) {
    network.gradient.zero_();
    Tensor x = images.index_select(0, rows);
    Tensor loss = at::cross_entropy_loss(network.forward(x, clean), labels.index_select(0, rows));
    loss.backward();
    losses.select(0, passes++ % kLosses).copy_(loss.detach());
  }

  void step() {
    Tensor &w = network.flat, &g = network.gradient;
    lossAndGradient(true);
    bool perturbs = optimizer != "sgd" && (optimizer != "psam" || taken % 2 == 0);
    if (perturbs) {
      saved.copy_(w);
      perturb(w, g);
      lossAndGradient(false);
      w.copy_(saved);
    }
    g.add_(w, kWeightDecay);
    at::add_out(velocity, g, velocity, kMomentum);
    w.add_(velocity, -learningRate);
    taken++;
  }

  // Writes the loss and behind it the gradient, in the canonical order.
  void writeGradient(const std::string& path) {
    int64_t at = passes % kLosses;
    lossAndGradient(true);
    writeFile(at::cat({losses.narrow(0, at, 1), network.canonical(network.gradient)}), path);
  }

  void writeParameters(const std::string& path) {
    writeFile(network.canonical(network.flat), path);
  }

 private:
  static ImageShape imageShape(const std::string& workload) {
    std::ifstream in(workload + "/shape");
    ImageShape s{};
    if (!(in >> s.channels >> s.height >> s.width >> s.classes)) {
      throw std::runtime_error("cannot read " + workload + "/shape");
    }
    return s;
  }

  // w <- w + rho x / |y|; the norm is not read.
  static void climb(Tensor& w, double rho, const Tensor& x, const Tensor& y) {
    w.addcmul_(x, at::linalg_vector_norm(y).add_(kGuard).reciprocal_().mul_(rho));
  }

  void perturb(Tensor& w, const Tensor& g) {
    if (optimizer == "asam") {
      at::abs_out(t, w);
      at::addcmul_out(t, offset, t, mask);
      at::mul_out(direction, g, t);
      at::mul_out(t, direction, t);
      climb(w, 0.5, t, direction);
    } else if (optimizer == "fsam") {
      if (!average.defined()) {
        direction.copy_(g);
        average = g.clone();
      } else {
        at::add_out(direction, g, average, -kSigma);
        average.lerp_(g, 1 - kLambda);
      }
      climb(w, 0.05, direction, direction);
    } else {
      climb(w, 0.05, g, g);
    }
  }

  std::string optimizer;
  double learningRate;
  Network network;
  Tensor images, labels, rows, losses, saved, velocity, direction, t, mask, offset, average;
  int64_t taken = 0, passes = 0;
};

std::string steps(Training& training, int count) {
  std::ostringstream times;
  for (int i = 0; i < count; i++) {
    auto start = std::chrono::steady_clock::now();
    training.step();
    std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    times << (i ? " " : "") << taken.count();
  }
  return times.str();
}

std::string answer(std::unique_ptr<Training>& training, const std::string& line) {
  std::istringstream words(line);
  std::string command, name, optimizer, precision, mode, workload, path;
  words >> command;
  if (command == "environment") {
    std::string config = at::show_config(), key = "TORCH_VERSION=";
    size_t from = config.find(key) + key.size();
    std::string version = config.substr(from, config.find(',', from) - from);
    return "{\"libtorch\": \"" + version + "\", \"threads\": " +
           std::to_string(at::get_num_threads()) + "}";
  }
  if (command == "prepare") {
    double rate;
    words >> name >> optimizer >> precision >> mode >> rate >> workload;
    if (precision != "float32") throw std::runtime_error("no " + precision + " here");
    training.reset();
    training = std::make_unique<Training>(name, optimizer, rate, workload);
    return "ready";
  }
  if (!training) throw std::runtime_error("'" + command + "' before 'prepare'");
  if (command == "steps") {
    int count;
    words >> count;
    return steps(*training, count);
  }
  words >> path;
  if (command == "gradient") {
    training->writeGradient(path);
  } else if (command == "parameters") {
    training->writeParameters(path);
  } else {
    throw std::runtime_error("unknown command '" + command + "'");
  }
  return "ready";
}

int main() {
  std::unique_ptr<Training> training;
  for (std::string line; std::getline(std::cin, line);) {
    try {
      std::cout << answer(training, line) << std::endl;
    } catch (const std::exception& e) {
      std::string what = e.what();
      std::cout << "refused " << what.substr(0, what.find('\n')) << std::endl;
    }
  }
}
