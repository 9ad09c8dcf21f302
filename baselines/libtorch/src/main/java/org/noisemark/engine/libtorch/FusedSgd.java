package org.noisemark.engine.libtorch;

import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorType;
import org.bytedeco.pytorch.Type;

/**
 * The step of torch.optim.SGD with {@code fused=True}, on the CPU and on a GPU: one pass over
 * memory. JavaCPP has no method for it, so it is called as TorchScript would, by its name:
 *
 * <pre>
 *   _fused_sgd_(Tensor[] self, Tensor[] grads, Tensor[] momentum_buffer_list, *,
 *       float weight_decay, float momentum, float lr, float dampening, bool nesterov,
 *       bool maximize, bool is_first_step, Tensor? grad_scale=None, Tensor? found_inf=None)
 * </pre>
 */
final class FusedSgd {
  private static final OperatorHandle OPERATOR = operator();

  private FusedSgd() {}

  private static OperatorHandle operator() {
    var operator = Dispatcher.singleton().findSchemaOrThrow("aten::_fused_sgd_", "");
    operator.retainReference();
    return operator;
  }

  /** Changes w and v; the caller's {@code PointerScope} frees what it takes. */
  static void step(
      Tensor w,
      Tensor g,
      Tensor v,
      double learningRate,
      double momentum,
      double weightDecay,
      boolean nesterov) {
    var stack =
        new IValueVector(
            list(w),
            list(g),
            momentum == 0 ? list() : list(v), // with momentum 0 it takes no buffer
            new IValue(weightDecay),
            new IValue(momentum),
            new IValue(learningRate),
            new IValue(0.0),
            new IValue(nesterov),
            new IValue(false),
            new IValue(false),
            new IValue(),
            new IValue());
    OPERATOR.callBoxed(stack);
  }

  private static IValue list(Tensor... tensors) {
    var list = new GenericList(new Type.TypePtr(TensorType.get()));
    for (var tensor : tensors) {
      list.push_back(new IValue(tensor));
    }
    return new IValue(list);
  }
}
