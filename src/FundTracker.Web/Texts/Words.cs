using FundTracker.Analytics.Returns;
using FundTracker.Application.Text;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Web.Texts;

/// <summary>Names that screens share with reports and refusals: kinds, formulas, sectors, reasons; in the language of the request.</summary>
public static class Words
{
    private static Application.Text.Texts Shared => Application.Text.Texts.In(Languages.Current);

    /// <summary>Name of an enum's value.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Shared.Of(value);

    /// <summary>Names of some fields of a record.</summary>
    public static string OfFields(Domain.Ledgers.RecordFields fields) => Shared.OfFields(fields);

    /// <summary>The note of a ledger line, its code and invented columns by their names.</summary>
    public static string Note(Domain.Ledgers.LineKind kind, string note) => NoteText.Of(kind, note, Shared);

    /// <summary>Name of an enum's value that a fact keeps as text; a dash where there is none.</summary>
    public static string OfFact<TEnum>(string? value)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(value, out var known) ? Shared.Of(known) : "—";

    /// <summary>Name of a formula by its code, such as <c>tvpi</c>.</summary>
    public static string Formula(string code) => Shared[$"formula.{code}"];

    /// <summary>Name of the part that an input plays in a formula.</summary>
    public static string Role(string role) => Shared.Find($"role.{role}") ?? role;

    /// <summary>What an address speaks of beyond another, in words: the fund where it is another, and those parts that have a name.</summary>
    /// <param name="scope">Scope of the address.</param>
    /// <param name="beyond">Scope of the figure above; empty at the top.</param>
    public static IEnumerable<string> Scope(string scope, string beyond)
    {
        var (parts, above) = (scope.Split('/'), beyond.Split('/'));
        return [
            .. parts.Take(1).Where(fund => fund != above[0]),
            .. parts.Skip(1).Except(above.Skip(1), StringComparer.Ordinal).Select(part => part.Split(':', 2))
                .Select(part => (Shared.Find($"scope.{part[0]}:{part[^1]}") ?? Shared.Find($"scope.{part[0]}"))?.Replace("{value}", part[^1], StringComparison.Ordinal)).OfType<string>(),
        ];
    }

    /// <summary>Name of a sector by its code.</summary>
    public static string Sector(string? code) => Shared.Sector(code ?? "");

    /// <summary>Name of a case of local re-investment by its code.</summary>
    public static string LocalType(string code) => Shared.LocalType(code);

    /// <summary>The sentence of a refusal or a reason.</summary>
    public static string Sentence(DomainError error) => ErrorText.Render(error, Languages.Current);

    /// <summary>The sentence of a warning beside figures, see <see cref="Analytics.Metrics.MetricsWarnings"/>.</summary>
    public static string Warning(string code) => Analytics.Texts.AnalyticsTexts.Sentence(code, System.Globalization.CultureInfo.GetCultureInfo(Languages.Current));

    /// <summary>A rate of return, per year or of its period; null where there is none to quote.</summary>
    public static string? Rate(IrrResult irr) => RateText.Of(irr, Shared);

    /// <summary>What is known of a rate of return, in one sentence.</summary>
    public static string RateStatus(IrrResult irr) => RateText.Status(irr, Shared);

    /// <summary>The change of a ratio or rate, see <see cref="ChangeText"/>.</summary>
    public static (decimal Change, string Text)? Change(Domain.Figures.IFigure now, Domain.Figures.IFigure? then) => ChangeText.Of(now, then, Shared);

    /// <summary>A name in the language of the request.</summary>
    public static string Of(BilingualName name) => name.In(Languages.Current);
}
