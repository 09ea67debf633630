using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using FundTracker.Analytics.Returns;
using FundTracker.Analytics.Texts;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Results;

/// <summary>
/// Every refusal that the domain and the figures can make is made once and put into the sentence that users read, in both languages: no
/// place of the sentence stays open, and nothing that the refusal was given is lost on the way.
/// </summary>
public sealed partial class RefusalTests
{
    private static readonly List<MethodInfo> Makers =
    [
        .. new[] { typeof(DomainError).Assembly, typeof(Irr).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Errors", StringComparison.Ordinal) || type.Name.EndsWith("Reasons", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(DomainError) && !method.Name.StartsWith('<')),
    ];

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Every_place_of_a_refusals_sentence_is_filled_by_what_the_refusal_carries(string language)
    {
        var sentences = JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, $"texts.{language}.json")))!;

        var open = Makers.Select(Make).SelectMany(error => Places(error.Code) is { } places
            ? places.Where(name => !error.Args.Any(arg => arg.Name == name)).Select(name => $"{error.Code}: {{{name}}}")
            : [$"{error.Code} has no sentence"]);

        Assert.Empty(open);
        Assert.InRange(Makers.Count, 250, 1_000);

        // Those of returns keep their sentences themselves; where there is none, the code comes back.
        IEnumerable<string>? Places(string code) =>
            (sentences.GetValueOrDefault(code) ?? AnalyticsTexts.Sentence(code, new CultureInfo(language))) is var sentence && sentence != code
                ? Place().Matches(sentence).Select(place => place.Groups["name"].Value)
                : null;
    }

    [Fact]
    public void A_refusal_carries_all_that_it_was_given_each_under_a_name_of_its_own()
    {
        var faults = new List<string>();
        foreach (var maker in Makers)
        {
            var error = Make(maker);
            var names = error.Args.Select(arg => arg.Name).ToList();
            if (names.Exists(name => !Name().IsMatch(name)) || names.Distinct(StringComparer.Ordinal).Count() < names.Count) faults.Add($"{error.Code}: {string.Join(", ", names)}");
            // Why there is no rate is told by the code itself.
            if (error.Args.Length < maker.GetParameters().Count(parameter => parameter.ParameterType != typeof(IrrNoneReason))) faults.Add($"{error.Code} was given {maker.GetParameters().Length} and carries {error.Args.Length}");
            if (error.Args.Any(arg => arg.Value is null or "")) faults.Add($"{error.Code} carries nothing under a name");
        }

        Assert.Empty(faults);
    }

    [Fact]
    public void What_tells_one_refusal_from_the_others_says_yes_to_that_one_alone()
    {
        var tellers = Makers.Select(maker => maker.DeclaringType!).Distinct().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.ReturnType == typeof(bool) && method.GetParameters() is [{ } only] && only.ParameterType == typeof(DomainError)).ToList();
        var errors = Makers.ConvertAll(Make);

        var told = tellers.Select(teller =>
            $"{teller.Name}: {string.Join(", ", errors.Where(error => (bool)teller.Invoke(null, [error])!).Select(error => error.Code).Distinct().Order(StringComparer.Ordinal))}");

        Assert.Equal(
            ["AsksForReason: policy.breachForeseen, policy.breachWorsened", "IsSameCurrency: ledger.sameCurrency"], told.Order(StringComparer.Ordinal));
    }

    private static DomainError Make(MethodInfo maker)
    {
        try
        {
            return (DomainError)maker.Invoke(null, [.. maker.GetParameters().Select((parameter, i) => Sample(parameter.ParameterType, i + 2))])!;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"{maker.DeclaringType!.Name}.{maker.Name}: {(failure.InnerException ?? failure).Message}", failure);
        }
    }

    /// <summary>A value of a type; the numbers tell several of one refusal apart.</summary>
    private static object Sample(Type type, int number)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) return $"text {number}";
        if (plain == typeof(int)) return number;
        if (plain == typeof(long)) return (long)number;
        if (plain == typeof(decimal)) return (decimal)number;
        if (plain == typeof(double)) return (double)number;
        if (plain == typeof(bool)) return true;
        if (plain == typeof(object)) return number;
        if (plain == typeof(DateOnly)) return new DateOnly(2020, 1, 1).AddDays(number);
        if (plain == typeof(Currency)) return Currency.Cny;
        if (plain == typeof(Money)) return Money.FromMinor(number, Currency.Cny);
        if (plain == typeof(Quarter)) return Quarter.Of(new DateOnly(2020, 1, 1).AddMonths(number));
        if (plain == typeof(Stamp)) return new Stamp(number);
        if (plain == typeof(BilingualName)) return BilingualName.Of($"名称{number}", $"name {number}");
        if (plain.IsEnum) return Enum.GetValues(plain).GetValue(Enum.GetValues(plain).Length - 1)!;
        if (plain.IsArray) return ArrayOf(plain.GetElementType()!, number);
        if (typeof(IEnumerable).IsAssignableFrom(plain) && plain.IsGenericType) return ArrayOf(plain.GetGenericArguments()[0], number);
        if (plain.GetConstructors().FirstOrDefault(constructor => constructor.GetParameters() is [{ } first, ..] && first.ParameterType != plain) is { } make)
            return make.Invoke([.. make.GetParameters().Select((parameter, i) => Sample(parameter.ParameterType, number + i))]);
        return Filled(Activator.CreateInstance(plain, nonPublic: true)!, number);
    }

    /// <summary>An entity, which only the model and the database make, with something in what can be set.</summary>
    private static object Filled(object entity, int number)
    {
        foreach (var property in entity.GetType().GetProperties().Where(property => property.SetMethod is not null && property.GetIndexParameters().Length == 0))
            property.SetValue(entity, Sample(property.PropertyType, number++));
        return entity;
    }

    private static Array ArrayOf(Type element, int number)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(Sample(element, number), 0);
        return array;
    }

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]\w*)[^}]*\}", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Place();

    [GeneratedRegex("^[a-z][A-Za-z]*$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Name();
}
