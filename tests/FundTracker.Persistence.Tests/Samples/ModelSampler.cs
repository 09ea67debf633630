using System.Reflection;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Social;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FundTracker.Persistence.Tests.Samples;

/// <summary>
/// One object of every entity type of the model, filled by the model's own description, so that a type added later is in every test at once.
/// No value is a default; keys of other entities name their samples, with or without a foreign key in the model.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="optionalsMissing">Whether what may be null is null.</param>
internal sealed class ModelSampler(IModel model, bool optionalsMissing)
{
    private static readonly Stamp Instant = new(1_709_210_096_789_123);
    private readonly Dictionary<IEntityType, object> samples = [];
    private readonly HashSet<IEntityType> inTheMaking = [];
    private long last = optionalsMissing ? 2_000 : 1_000;

    /// <summary>All samples, principals first.</summary>
    public IReadOnlyCollection<(IEntityType Type, object Entity)> All()
    {
        foreach (var type in EntityTypes(model)) SampleOf(type);
        return [.. samples.Select(pair => (pair.Key, pair.Value))];
    }

    /// <summary>The types of which there are rows.</summary>
    public static IEnumerable<IEntityType> EntityTypes(IModel model) => model.GetEntityTypes().Where(type => !type.IsAbstract() && !type.HasSharedClrType);

    private object SampleOf(IEntityType type)
    {
        var concrete = type.GetConcreteDerivedTypesInclusive().First();
        if (samples.TryGetValue(concrete, out var made)) return made;
        inTheMaking.Add(concrete);
        var principals = concrete.GetForeignKeys().Where(key => !key.PrincipalEntityType.IsAssignableFrom(concrete))
            .Select(key => (Key: key, Principal: SampleOf(key.PrincipalEntityType))).ToList();
        var sample = Activator.CreateInstance(concrete.ClrType, nonPublic: true)!;
        foreach (var property in concrete.GetFlattenedProperties().Where(property => property.DeclaringType is IEntityType && !IsMadeByTheEngine(property)))
            Set(property, sample, ValueOf(concrete, property, principals));
        foreach (var complex in concrete.GetComplexProperties()) Set(complex, sample, ComplexValue(complex.ClrType));
        inTheMaking.Remove(concrete);
        return samples[concrete] = sample;
    }

    private object? ValueOf(IEntityType type, IProperty property, List<(IForeignKey Key, object Principal)> principals)
    {
        if (property == type.FindDiscriminatorProperty()) return type.GetDiscriminatorValue();
        foreach (var (key, principal) in principals)
        {
            var place = key.Properties.ToList().IndexOf(property);
            if (place >= 0) return Member(key.PrincipalKey.Properties[place], principal);
        }

        if (optionalsMissing && property.IsNullable) return null;
        if (Named(property) is { } named) return named.FindPrimaryKey()!.Properties[0].GetGetter().GetClrValue(SampleOf(named));
        return Value(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType, property);
    }

    /// <summary>The entity type whose key the property holds.</summary>
    private IEntityType? Named(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (property.IsPrimaryKey() || type.IsPrimitive || type.GetConstructor([typeof(long)]) is null) return null;
        var named = model.GetEntityTypes().FirstOrDefault(other => other.BaseType is null && other.FindPrimaryKey() is { Properties: [var key] } && key.ClrType == type);
        return named is null || inTheMaking.Contains(named.GetConcreteDerivedTypesInclusive().First()) ? null : named;
    }

    private object Value(Type type, IProperty property)
    {
        last++;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
        return type switch
        {
            _ when type == typeof(string) => Text(property),
            _ when type == typeof(long) => last,
            _ when type == typeof(int) => (int)last,
            _ when type == typeof(byte) => (byte)7,
            _ when type == typeof(bool) => true,
            _ when type == typeof(decimal) => 12.5m,
            _ when type == typeof(double) => 12.25,
            _ when type == typeof(Guid) => new Guid((int)last, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]),
            _ when type == typeof(byte[]) => Enumerable.Range(1, 32).Select(i => (byte)i).ToArray(),
            _ when type == typeof(DateOnly) => new DateOnly(2024, 2, 29),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2024, 2, 29, 12, 34, 56, TimeSpan.Zero),
            _ when type == typeof(Stamp) => Instant,
            _ when type == typeof(RegistryEvent) => new YearStated(
                "CO1", 2023, new YearResults(Money.FromMinor(-123_456_789_012_345, Currency.Of("JPY")), null, Money.FromMinor(last, Currency.Cny), 12, null)),
            _ when type == typeof(Currency) => Currency.Of("KWD"),
            _ when type == typeof(Quarter) => Quarter.Of(2024, 1),
            _ when type == typeof(UnifiedSocialCreditCode) => UnifiedSocialCreditCode.FromBody("91340100MA2TEXT00"),
            _ when type.IsValueType && type.GetConstructor([typeof(long)]) is { } fromLong => fromLong.Invoke([last]),
            _ => throw new InvalidOperationException($"Give the sampler a value for {type} ({property.DeclaringType.Name}.{property.Name})."),
        };
    }

    private static object ComplexValue(Type type) => type switch
    {
        _ when type == typeof(Money) => Money.FromMinor(-123_456_789_012_345, Currency.Of("JPY")),
        _ when type == typeof(BilingualName) => BilingualName.Of("合肥庐州壹号产业基金", "Hefei Luzhou No.1 Industry Fund"),
        _ => throw new InvalidOperationException($"Give the sampler a value for {type}."),
    };

    /// <summary>As long as the column holds; Chinese where the column takes it.</summary>
    private string Text(IProperty property)
    {
        var text = (property.IsUnicode() ?? true ? "绩效" : "T") + last.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var length = Math.Min(property.GetMaxLength() ?? 60, 60);
        return text.Length <= length ? text : text[^length..];
    }

    private static bool IsMadeByTheEngine(IProperty property) => property.ValueGenerated != ValueGenerated.Never;

    private static object? Member(IPropertyBase property, object entity) =>
        property.FieldInfo is { } field ? field.GetValue(entity) : property.PropertyInfo!.GetValue(entity);

    private static void Set(IPropertyBase property, object entity, object? value)
    {
        if (property.FieldInfo is { } field) field.SetValue(entity, value);
        else property.PropertyInfo!.SetValue(entity, value, BindingFlags.NonPublic, null, null, null);
    }
}
