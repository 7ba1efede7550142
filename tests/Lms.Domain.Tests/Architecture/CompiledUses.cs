using System.Reflection;
using System.Reflection.Emit;

namespace Lms.Domain.Tests.Architecture;

/// <summary>What a compiled type names: in its shape, and in the bodies of its members.</summary>
internal static class CompiledUses
{
    private const BindingFlags Own =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Every type that <paramref name="user"/> names, arguments of generic ones apart too.</summary>
    public static IEnumerable<Type> TypesUsedBy(Type user) =>
        MembersUsedBy(user)
            .SelectMany(member =>
                member is Type type ? [type] : TypesOf(member).Append(member.DeclaringType)
            )
            .Concat(Shape(user))
            .SelectMany(Parts)
            .Distinct();

    /// <summary>Every type, method and field that the bodies of <paramref name="user"/> name.</summary>
    public static IEnumerable<MemberInfo> MembersUsedBy(Type user) =>
        user.GetMembers(Own).OfType<MethodBase>().SelectMany(Body).Distinct();

    private static IEnumerable<Type?> Shape(Type user) =>
        user.GetInterfaces()
            .Append(user.BaseType)
            .Concat(user.GetGenericArguments().SelectMany(Constraints))
            .Concat(user.GetMembers(Own).SelectMany(TypesOf))
            .Concat(
                user.GetMembers(Own)
                    .Append(user)
                    .SelectMany(member => member.CustomAttributes)
                    .SelectMany(attribute =>
                        attribute
                            .ConstructorArguments.Select(argument => argument.Value as Type)
                            .Append(attribute.AttributeType)
                    )
            );

    private static IEnumerable<Type?> TypesOf(MemberInfo member) =>
        member switch
        {
            FieldInfo field => [field.FieldType],
            PropertyInfo property => [property.PropertyType],
            EventInfo happening => [happening.EventHandlerType],
            MethodBase method =>
            [
                .. method.GetParameters().Select(parameter => parameter.ParameterType),
                .. method.IsGenericMethod
                    ? method.GetGenericArguments().SelectMany(Constraints)
                    : [],
                .. method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [],
                (method as MethodInfo)?.ReturnType,
            ],
            _ => [],
        };

    private static IEnumerable<Type> Constraints(Type argument) =>
        argument.IsGenericParameter ? argument.GetGenericParameterConstraints() : [argument];

    private static IEnumerable<Type> Parts(Type? type) =>
        type switch
        {
            null or { IsGenericParameter: true } => [],
            { HasElementType: true } => Parts(type.GetElementType()),
            { IsGenericType: true } => type.GetGenericArguments()
                .SelectMany(Parts)
                .Append(type.GetGenericTypeDefinition()),
            _ => [type],
        };

    private static IEnumerable<MemberInfo> Body(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var types = method.DeclaringType!.GetGenericArguments();
        var arguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (var at = 0; at < code.Length; )
        {
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            var instruction = Instructions[value];
            at += instruction.Size;
            if (
                instruction.OperandType
                is OperandType.InlineMethod
                    or OperandType.InlineField
                    or OperandType.InlineType
                    or OperandType.InlineTok
            )
            {
                var token = BitConverter.ToInt32(code, at);
                yield return method.Module.ResolveMember(token, types, arguments)!;
            }

            at += OperandSize(instruction.OperandType, code, at);
        }
    }

    private static int OperandSize(OperandType operand, byte[] code, int at) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget
            or OperandType.ShortInlineI
            or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
            _ => 4,
        };
}
