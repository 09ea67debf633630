using System.Globalization;

namespace FundTracker.Domain.Values;

/// <summary>A name in both languages; where only one is known it stands for both.</summary>
public sealed record BilingualName
{
    private BilingualName(string zh, string en) => (Zh, En) = (zh, en);

    /// <summary>Chinese form.</summary>
    public string Zh { get; }

    /// <summary>English form.</summary>
    public string En { get; }

    /// <summary>A name by its forms; an empty one takes the other's place.</summary>
    /// <exception cref="ArgumentException">Both forms are empty.</exception>
    public static BilingualName Of(string? zh, string? en)
    {
        var (z, e) = (zh?.Trim() ?? "", en?.Trim() ?? "");
        if (z.Length == 0 && e.Length == 0) throw new ArgumentException("A name needs at least one form.", nameof(zh));
        return new BilingualName(z.Length == 0 ? e : z, e.Length == 0 ? z : e);
    }

    /// <summary>The form for a language tag: English for <c>en</c>, Chinese otherwise.</summary>
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;

    /// <inheritdoc/>
    public override string ToString() => Zh;
}

/// <summary>统一社会信用代码: the 18-character identity of a Chinese organisation, check digit by GB 32100-2015.</summary>
public sealed record UnifiedSocialCreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private UnifiedSocialCreditCode(string value) => Value = value;

    /// <summary>18 characters, capital letters.</summary>
    public string Value { get; }

    /// <summary>Reads a code; small letters are raised, spaces at the ends dropped.</summary>
    /// <returns>False where the length, a character or the check digit is wrong.</returns>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out UnifiedSocialCreditCode? code)
    {
        code = null;
        var value = text?.Trim().ToUpperInvariant();
        if (value is not { Length: 18 } || value.Any(c => !Alphabet.Contains(c))) return false;
        if (CheckCharacter(value.AsSpan(0, 17)) != value[17]) return false;
        code = new UnifiedSocialCreditCode(value);
        return true;
    }

    /// <summary>The code whose first 17 characters are given; the check digit is computed.</summary>
    /// <exception cref="ArgumentException">Not 17 characters of the code's alphabet (no I, O, S, V, Z).</exception>
    public static UnifiedSocialCreditCode FromBody(string body)
    {
        if (body is not { Length: 17 } || body.Any(c => !Alphabet.Contains(c)))
            throw new ArgumentException($"'{body}' is not 17 characters of the credit code's alphabet.", nameof(body));
        return new UnifiedSocialCreditCode(body + CheckCharacter(body));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var (sum, weight) = (0, 1);
        foreach (var c in body)
        {
            sum += Alphabet.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }
}

/// <summary>Identity of a node: an investor, a fund or a company.</summary>
public readonly record struct NodeId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identity of an edge: a commitment, a holding, or a node's own account.</summary>
public readonly record struct EdgeId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identity of a capital call.</summary>
public readonly record struct CapitalCallId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identity of a contribution plan.</summary>
public readonly record struct ContributionPlanId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identity of a voucher: a set of proposed ledger lines that one person records and another approves.</summary>
public readonly record struct VoucherId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identity of an evaluation of a fund.</summary>
public readonly record struct EvaluationId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identity of an attached source document.</summary>
public readonly record struct DocumentId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identity of a company's financing round.</summary>
public readonly record struct FinancingRoundId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identity of an entry of the registry of carriers, programmes and companies' years.</summary>
public readonly record struct RegistryEntryId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
