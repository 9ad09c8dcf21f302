// The networks of org.noisemark.nn.Networks on libtorch, as org.noisemark.engine.libtorch has them:
// parameters and gradients are views of two flat tensors, convolutions compute channels-last.
#pragma once

#include <ATen/ATen.h>

#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using at::Tensor;

struct ImageShape {
  int64_t channels, height, width, classes;
};

// A network: its layers, and the shapes of its parameters in the canonical order.
class Network {
 public:
  using Layer = std::function<Tensor(const Tensor&, bool clean)>;

  // Not to be copied or moved: the layers refer to it.
  Network(const Network&) = delete;

  Network(const std::string& name, ImageShape shape) {
    if (name == "mlp") {
      dense(shape.channels * shape.height * shape.width, 128);
      relu();
      dense(128, 128);
      relu();
      dense(128, shape.classes);
    } else if (name == "cnn") {
      convolution(shape.channels, 16, 3, 1, true);
      relu();
      pool();
      convolution(16, 32, 3, 1, true);
      relu();
      pool();
      dense(32 * (shape.height / 4) * (shape.width / 4), 64);
      relu();
      dense(64, shape.classes);
    } else if (name == "resnet20") {
      residual(shape, 16, 3, 3);
    } else if (name == "resnet18") {
      residual(shape, 64, 4, 2);
    } else {
      throw std::runtime_error("unknown network '" + name + "'");
    }
    flat = at::zeros({length});
    gradient = at::zeros({length});
    auto leafViews = views(flat), gradientViews = views(gradient);
    for (size_t i = 0; i < shapes.size(); i++) {
      Tensor leaf = leafViews[i].detach();
      leaf.set_requires_grad(true);
      leaf.mutable_grad() = gradientViews[i];
      leaves.push_back(leaf);
    }
  }

  Tensor forward(Tensor x, bool clean) const {
    for (const auto& layer : layers) x = layer(x, clean);
    return x;
  }

  // A convolution's weight lies as [out, row, column, in].
  std::vector<Tensor> views(const Tensor& of) const {
    std::vector<Tensor> views;
    int64_t at = 0;
    for (const auto& s : shapes) {
      Tensor part = of.narrow(0, at, numel(s));
      views.push_back(s.size() == 4 ? part.view({s[0], s[2], s[3], s[1]}).permute({0, 3, 1, 2})
                                    : part.view(s));
      at += numel(s);
    }
    return views;
  }

  void write(const Tensor& canonical) {
    int64_t at = 0;
    for (auto& view : views(flat)) {
      view.copy_(canonical.narrow(0, at, view.numel()).view(view.sizes()));
      at += view.numel();
    }
  }

  Tensor canonical(const Tensor& of) const {
    std::vector<Tensor> parts;
    for (const auto& view : views(of)) parts.push_back(view.contiguous().view({-1}));
    return at::cat(parts);
  }

  Tensor flat, gradient;
  std::vector<bool> adapted;  // what ASAM scales: weights and normalization scales
  std::vector<std::vector<int64_t>> shapes;

 private:
  static int64_t numel(const std::vector<int64_t>& shape) {
    int64_t n = 1;
    for (int64_t side : shape) n *= side;
    return n;
  }

  size_t parameter(std::vector<int64_t> shape, bool adapts) {
    length += numel(shape);
    shapes.push_back(std::move(shape));
    adapted.push_back(adapts);
    return shapes.size() - 1;
  }

  void dense(int64_t inputs, int64_t outputs) {
    size_t w = parameter({outputs, inputs}, true), b = parameter({outputs}, false);
    layers.push_back([=, this](const Tensor& x, bool) {
      return at::linear(x.flatten(1, -1), leaves[w], leaves[b]);
    });
  }

  void convolution(int64_t inputs, int64_t outputs, int64_t kernel, int64_t stride, bool bias) {
    size_t w = parameter({outputs, inputs, kernel, kernel}, true);
    size_t b = bias ? parameter({outputs}, false) : 0;
    int64_t thinning = kernel == 1 ? stride : 1;  // as ConvolutionStep does on the CPU
    layers.push_back([=, this](const Tensor& input, bool) {
      Tensor x = thinning == 1 ? input
                               : input.slice(2, 0, std::nullopt, thinning).slice(3, 0, std::nullopt, thinning);
      int64_t s = stride / thinning, p = kernel / 2;
      return at::conv2d(x, leaves[w], bias ? leaves[b] : Tensor(), {s, s}, {p, p});
    });
  }

  void normalization(int64_t channels) {
    size_t scale = parameter({channels}, true), shift = parameter({channels}, false);
    Tensor mean = at::zeros({channels}), variance = at::ones({channels});
    layers.push_back([=, this](const Tensor& x, bool clean) {
      return at::batch_norm(x, leaves[scale], leaves[shift], clean ? mean : Tensor(),
                            clean ? variance : Tensor(), true, 0.1, 1e-5, true);
    });
  }

  void relu() {
    layers.push_back([](Tensor x, bool) { return at::relu_(x); });
  }

  void pool() {
    layers.push_back([](const Tensor& x, bool) { return at::max_pool2d(x, {2, 2}, {2, 2}); });
  }

  void residual(ImageShape shape, int64_t width, int stages, int blocks) {
    convolution(shape.channels, width, 3, 1, false);
    normalization(width);
    relu();
    int64_t inputs = width;
    for (int stage = 0; stage < stages; stage++) {
      for (int block = 0; block < blocks; block++) {
        int64_t outputs = width << stage;
        basicBlock(inputs, outputs, stage > 0 && block == 0 ? 2 : 1);
        relu();
        inputs = outputs;
      }
    }
    layers.push_back([](const Tensor& x, bool) { return at::adaptive_avg_pool2d(x, {1, 1}); });
    dense(inputs, shape.classes);
  }

  void basicBlock(int64_t inputs, int64_t outputs, int64_t stride) {
    auto outer = std::move(layers);
    layers.clear();
    convolution(inputs, outputs, 3, stride, false);
    normalization(outputs);
    relu();
    convolution(outputs, outputs, 3, 1, false);
    normalization(outputs);
    auto body = std::move(layers);
    layers.clear();
    if (inputs != outputs || stride != 1) {
      convolution(inputs, outputs, 1, stride, false);
      normalization(outputs);
    }
    auto shortcut = std::move(layers);
    layers = std::move(outer);
    layers.push_back([=](const Tensor& x, bool clean) {
      Tensor sum = x, other = x;
      for (const auto& layer : body) sum = layer(sum, clean);
      for (const auto& layer : shortcut) other = layer(other, clean);
      return sum.add_(other);
    });
  }

  std::vector<Layer> layers;
  std::vector<Tensor> leaves;
  int64_t length = 0;
};
