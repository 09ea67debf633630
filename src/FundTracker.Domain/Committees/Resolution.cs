using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Committees;

/// <summary>
/// 决议: a carried motion as the books keep it, a fact of the fund that it is about. Gates read it as of a day and as known at an instant,
/// like any fact. What has been released under it are facts of the same fund.
/// </summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What it lets pass.</param>
/// <param name="Subject">The fund that it is about.</param>
/// <param name="Amount">How much may be committed; null where it is not about an amount.</param>
/// <param name="Reference">The call or evaluation that it names; else empty.</param>
/// <param name="TextSha256">SHA-256 of its text in both languages, 64 hexadecimal digits.</param>
public sealed record Resolution(string Number, MotionKind Kind, NodeId Subject, Money? Amount, string Reference, string TextSha256)
{
    /// <summary>The fact that a carried item becomes.</summary>
    public static FactDraft Fact(AgendaItem item, DateOnly from)
    {
        var amount = item.Amount is { } money ? $"{money.ToPlainText()} {money.Currency.Code}" : "";
        var value = string.Join('|', item.Kind, amount, item.Reference, HashOf(item.TextZh, item.TextEn));
        return new FactDraft(item.Subject, $"{FactNames.Resolution}:{item.Resolution}", value, from);
    }

    /// <summary>Resolutions about a fund that held on a day as known at an instant, by number.</summary>
    public static IReadOnlyList<Resolution> About(BookSnapshot book, NodeId subject, DateOnly day, Stamp knownAt) =>
        [.. Of(book, subject, day, knownAt).OrderBy(resolution => resolution.Number, StringComparer.Ordinal)];

    /// <summary>The resolution under which a call passed although conditions of its phase were not met; null where there is none.</summary>
    public static Resolution? Releasing(BookSnapshot book, CapitalCall call, Stamp knownAt) =>
        About(book, call.Fund, DateOnly.MaxValue, knownAt).FirstOrDefault(resolution => resolution.Kind == MotionKind.Override
            && resolution.Reference == MotionDraft.ReferenceTo(call.Id) && resolution.Uses(book, DateOnly.MaxValue, knownAt).Count > 0);

    /// <summary>What was released under it by a day, as known at an instant; zero of what is not an amount.</summary>
    public IReadOnlyList<ResolutionUse> Uses(BookSnapshot book, DateOnly day, Stamp knownAt)
    {
        var stem = $"{FactNames.ResolutionUse}:{Number}:";
        return [.. book.Facts
            .Where(fact => fact.Subject == Subject && fact.EffectiveFrom <= day && fact.RecordedAt <= knownAt
                && fact.Name.StartsWith(stem, StringComparison.Ordinal))
            .Select(fact => new ResolutionUse(fact.Name[stem.Length..], ReadAmount(fact.Value), fact.EffectiveFrom, fact.RecordedAt))];
    }

    /// <summary>What is left of its amount; null where it is not about an amount.</summary>
    public Money? Left(BookSnapshot book, DateOnly day, Stamp knownAt) => Amount is null
        ? null
        : Uses(book, day, knownAt).Aggregate(Amount, (left, use) => use.Amount is { } used ? left - used : left);

    /// <summary>The fact that something was released under it.</summary>
    /// <param name="what">The voucher, call or evaluation.</param>
    /// <param name="amount">What was used up, or null.</param>
    /// <param name="from">The day.</param>
    internal FactDraft Use(string what, Money? amount, DateOnly from) => new(
        Subject, $"{FactNames.ResolutionUse}:{Number}:{what}", amount is null ? "released" : $"{amount.ToPlainText()} {amount.Currency.Code}", from);

    /// <summary>SHA-256 over the text in Chinese, a line feed, and the text in English.</summary>
    public static string HashOf(string zh, string en) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{zh}\n{en}")));

    private static IEnumerable<Resolution> Of(BookSnapshot book, NodeId subject, DateOnly day, Stamp knownAt)
    {
        var stem = FactNames.Resolution + ":";
        foreach (var name in book.Facts.Where(fact => fact.Subject == subject && fact.Name.StartsWith(stem, StringComparison.Ordinal))
                     .Select(fact => fact.Name).Distinct(StringComparer.Ordinal))
        {
            if (book.FactOn(subject, name, day, knownAt) is not { Value.Length: > 0 } fact) continue;
            var parts = fact.Value.Split('|');
            yield return new Resolution(name[stem.Length..], Enum.Parse<MotionKind>(parts[0]), subject, ReadAmount(parts[1]), parts[2], parts[3]);
        }
    }

    private static Money? ReadAmount(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? null : Money.Of(decimal.Parse(text[..space], CultureInfo.InvariantCulture), Currency.Of(text[(space + 1)..]));
    }
}

/// <summary>Something that a resolution released.</summary>
/// <param name="What">The voucher, call or evaluation.</param>
/// <param name="Amount">What was used up; null where it is not about an amount.</param>
/// <param name="Date">The day.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record ResolutionUse(string What, Money? Amount, DateOnly Date, Stamp RecordedAt);
