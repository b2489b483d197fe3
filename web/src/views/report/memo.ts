import { Component, type ComponentType, h } from "preact";

/** Renders anew only where one of its properties is another; long texts are not drawn again at every selection. */
export function memo<P extends object>(view: ComponentType<P>): ComponentType<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const before = this.props as Readonly<Record<string, unknown>>;
      return Object.entries(next).some(([name, value]) => before[name] !== value);
    }

    override render() {
      return h(view as ComponentType<object>, this.props);
    }
  };
}
