using System.Collections;
using System.Reflection;
using FundTracker.Application.Pipeline;
using MediatR;

namespace FundTracker.Persistence.Tests.SqlServerNet;

/// <summary>
/// Makes a request of every kind that the application knows, filled by the names and types of its parameters, so that a use case added later is
/// in the net at once.
/// </summary>
/// <param name="known">Values by the name of a parameter, or of use case and parameter (<c>ReverseLine.Line</c>), where the type fits; null for none.</param>
internal sealed class RequestFiller(IReadOnlyDictionary<string, object?> known)
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Every kind of request of the application.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(IDispatcher).Assembly.GetTypes().Where(type => !type.IsAbstract && type.GetInterfaces().Any(IsRequest)).OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    /// <summary>A request of a kind.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="optionalsMissing">Whether parameters with a default keep it.</param>
    public object Make(Type type, bool optionalsMissing)
    {
        var constructor = type.GetConstructors().MaxBy(made => made.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => ValueOf(parameter, optionalsMissing))]);
    }

    private static bool IsRequest(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequest<>);

    private object? ValueOf(ParameterInfo parameter, bool optionalsMissing)
    {
        if (known.TryGetValue($"{parameter.Member.DeclaringType!.DeclaringType?.Name}.{parameter.Name}", out var exactly)) return exactly;
        if (optionalsMissing && parameter.HasDefaultValue) return parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (known.TryGetValue(parameter.Name!, out var value) && type.IsInstanceOfType(value)) return value;
        return optionalsMissing && Nullability.Create(parameter).WriteState == NullabilityState.Nullable ? null : Value(type, optionalsMissing);
    }

    private object? Value(Type type, bool optionalsMissing)
    {
        if (type == typeof(string) || type == typeof(object)) return "T1";
        if (type == typeof(decimal)) return 1m;
        if (type == typeof(int) || type == typeof(long)) return Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type == typeof(bool)) return true;
        if (type == typeof(double)) return 1.0;
        if (type == typeof(byte[])) return "text"u8.ToArray();
        if (type == typeof(DateOnly)) return new DateOnly(2024, 1, 2);
        if (type.IsEnum) return Enum.GetValues(type).Cast<object>().First(value => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) != 0);
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable))) return ListOf(type, optionalsMissing);
        if (type.IsValueType && type.GetConstructor([typeof(long)]) is { } fromLong) return fromLong.Invoke([1L]);
        if (type.IsValueType) return Activator.CreateInstance(type);
        if (type.IsInterface) return null;
        return type.GetConstructors().Length > 0 ? Make(type, optionalsMissing) : throw new InvalidOperationException($"Give a request a value of {type}.");
    }

    private IList ListOf(Type type, bool optionalsMissing)
    {
        var element = type.GetGenericArguments()[^1];
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        list.Add(Value(element, optionalsMissing));
        return list;
    }
}
