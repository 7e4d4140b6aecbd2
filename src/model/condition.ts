import { type ClassType, Field } from "type-graphql";

/** A field that holds conditions of its own; left out or null, it asks for nothing. */
export function Condition(of: () => ClassType | object, description: string): PropertyDecorator {
  return Field(of as () => ClassType, { nullable: true, description }) as PropertyDecorator;
}

/** A list of conditions, as in `AND` and `OR`. */
export function Conditions(of: () => ClassType, description: string): PropertyDecorator {
  return Field(() => [of()], { nullable: true, description }) as PropertyDecorator;
}
