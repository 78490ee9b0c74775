import { join } from "node:path";
import { protoFolder, verifierProtoFile, verifierServiceName } from "@touchstone/proto";
import protobuf from "protobufjs";

/** Scalar types that the contract uses. */
export type ScalarType = "string" | "bool" | "double" | "uint32" | "sint32" | "uint64";

/** An enum of the contract. */
export interface EnumShape {
  readonly kind: "enum";
  readonly name: string;
  readonly comment: string;
  /** Numbers by name, the default (0) first. */
  readonly values: ReadonlyMap<string, number>;
}

/** A message of the contract. */
export interface MessageShape {
  readonly kind: "message";
  readonly name: string;
  readonly comment: string;
  readonly fields: readonly FieldShape[];
  /** Fields under both of their names, `goldForm` and `gold_form`. */
  readonly fieldsByName: ReadonlyMap<string, FieldShape>;
}

/** What a field holds, or each entry of it. */
export type ValueShape = { readonly kind: "scalar"; readonly type: ScalarType } | EnumShape | MessageShape;

/** A field of a message. */
export interface FieldShape {
  /** lowerCamelCase: as JSON and JavaScript spell it. */
  readonly name: string;
  readonly comment: string;
  readonly value: ValueShape;
  readonly cardinality: "single" | "list" | "map";
  /** Of fields that are either set or unset; for those marked `optional` a group of one. */
  readonly oneof?: { readonly name: string; readonly isOptionalMark: boolean };
}

/** An RPC of the contract. */
export interface MethodShape {
  readonly name: string;
  readonly comment: string;
  readonly request: MessageShape;
  readonly response: MessageShape;
  readonly isStream: boolean;
}

/** The RPCs, with their messages and the comments of the contract. */
export function loadMethods(): readonly MethodShape[] {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => join(protoFolder, target);
  root.loadSync(verifierProtoFile, { keepCase: true, alternateCommentMode: true }).resolveAll();
  const shapes = new ShapeTable();
  return root.lookupService(verifierServiceName).methodsArray.map((method) => ({
    name: method.name,
    comment: method.comment ?? "",
    request: shapes.message(method.resolvedRequestType!),
    response: shapes.message(method.resolvedResponseType!),
    isStream: method.requestStream === true,
  }));
}

/** Builds each shape once, so that messages may hold each other. */
class ShapeTable {
  readonly #shapes = new Map<protobuf.ReflectionObject, MessageShape | EnumShape>();

  message(type: protobuf.Type): MessageShape {
    const known = this.#shapes.get(type);
    if (known?.kind === "message") return known;
    const fields: FieldShape[] = [];
    const fieldsByName = new Map<string, FieldShape>();
    const shape: MessageShape = {
      kind: "message",
      name: type.name,
      comment: type.comment ?? "",
      fields,
      fieldsByName,
    };
    this.#shapes.set(type, shape);
    for (const field of type.fieldsArray) {
      const built = this.#field(field);
      fields.push(built);
      fieldsByName.set(field.name, built).set(built.name, built);
    }
    return shape;
  }

  #field(field: protobuf.Field): FieldShape {
    const oneof = field.partOf && {
      name: field.partOf.name,
      isOptionalMark: field.options?.["proto3_optional"] === true,
    };
    return {
      name: protobuf.util.camelCase(field.name),
      comment: field.comment ?? "",
      value: this.#value(field),
      cardinality: field.map ? "map" : field.repeated ? "list" : "single",
      ...(oneof ? { oneof: { ...oneof, name: camelCaseOneof(oneof.name) } } : {}),
    };
  }

  #value({ resolvedType, type }: protobuf.Field): ValueShape {
    if (resolvedType instanceof protobuf.Type) return this.message(resolvedType);
    if (resolvedType instanceof protobuf.Enum) return this.#enum(resolvedType);
    return { kind: "scalar", type: type as ScalarType };
  }

  #enum(type: protobuf.Enum): EnumShape {
    const known = this.#shapes.get(type);
    if (known?.kind === "enum") return known;
    const values = new Map(Object.entries(type.values).sort(([, left], [, right]) => left - right));
    const meanings = [...values.keys()]
      .filter((name) => type.comments[name])
      .map((name) => `${name}: ${type.comments[name]}`);
    const comment = [type.comment, ...meanings].filter(Boolean).join("\n");
    const shape: EnumShape = { kind: "enum", name: type.name, comment, values };
    this.#shapes.set(type, shape);
    return shape;
  }
}

/** As the loader spells it: the mark of `optional policy_step` is `_policyStep`. */
function camelCaseOneof(name: string): string {
  return name.startsWith("_") ? `_${protobuf.util.camelCase(name.slice(1))}` : protobuf.util.camelCase(name);
}
