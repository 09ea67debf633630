using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Holdings;

/// <summary>Life-cycle stage of a company.</summary>
public enum LifeCycleStage : byte
{
    /// <summary>科技成果转化 tech transfer.</summary>
    TechTransfer = 1,

    /// <summary>初创期 start-up.</summary>
    StartUp = 2,

    /// <summary>发展期 development.</summary>
    Development = 3,

    /// <summary>成长期 growth.</summary>
    Growth = 4,

    /// <summary>成熟期 mature.</summary>
    Mature = 5,
}

/// <summary>How a holding was left.</summary>
public enum ExitKind : byte
{
    /// <summary>上市 listing.</summary>
    Listing = 1,

    /// <summary>并购 trade sale.</summary>
    TradeSale = 2,

    /// <summary>转让 transfer.</summary>
    Transfer = 3,

    /// <summary>回购 buy-back.</summary>
    BuyBack = 4,

    /// <summary>核销 write-off.</summary>
    WriteOff = 5,
}

/// <summary>被投企业: a company in which funds of the books hold shares.</summary>
public sealed class PortfolioCompany : Node
{
    private PortfolioCompany()
    {
    }

    private PortfolioCompany(
        NodeId id, NodeId motherFund, string code, BilingualName name, UnifiedSocialCreditCode? creditCode, Provenance provenance, Stamp at)
        : base(id, motherFund, NodeKind.PortfolioCompany, code, name, provenance, at) => CreditCode = creditCode;

    /// <summary>统一社会信用代码; null where it is not known. The same code is the same company, whoever holds it.</summary>
    public UnifiedSocialCreditCode? CreditCode { get; private set; }

    /// <summary>Checks that no company of the books has the credit code yet; one that is not known is free.</summary>
    /// <returns>Done, or a refusal that names the company registered before.</returns>
    public static Result<Done> CheckNew(UnifiedSocialCreditCode? creditCode, BookSnapshot book) =>
        creditCode is not null && book.Nodes.FirstOrDefault(node => node.CreditCode == creditCode.Value) is { } before
            ? HoldingErrors.CreditCodeTaken(creditCode.Value, before.Code, before.Name.ToString())
            : Done.Value;

    /// <summary>Registers a company.</summary>
    public static PortfolioCompany Register(
        NodeId id, NodeId motherFund, string code, BilingualName name, UnifiedSocialCreditCode? creditCode, Provenance provenance, Stamp at) =>
        new(id, motherFund, code, name, creditCode, provenance, at);
}

/// <summary>融资轮次: money that a company raised from everybody at once, our funds' part of it, and who else came in.</summary>
public sealed class FinancingRound
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored round.
    private FinancingRound()
    {
    }
#pragma warning restore CS8618

    /// <summary>Identity.</summary>
    public FinancingRoundId Id { get; private set; }

    /// <summary>The books.</summary>
    public NodeId MotherFund { get; private set; }

    /// <summary>The company.</summary>
    public NodeId Company { get; private set; }

    /// <summary>Name of the round, such as A轮.</summary>
    public string Name { get; private set; }

    /// <summary>Closing day of the round.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Names of the investors beside our funds, as stated; empty where none were stated.</summary>
    public string CoInvestors { get; private set; }

    /// <summary>Where the record comes from.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>Fields that are invented although the record was printed.</summary>
    public RecordFields Invented { get; private set; }

    /// <summary>When it was recorded; known only from then on.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>Records a round; the money raised and our funds' parts are ledger lines.</summary>
    public static FinancingRound Record(
        FinancingRoundId id, NodeId motherFund, NodeId company, string name, DateOnly date, string coInvestors, Provenance provenance, Stamp at,
        RecordFields invented = RecordFields.None) =>
        new()
        {
            Id = id, MotherFund = motherFund, Company = company, Name = name, Date = date, CoInvestors = coInvestors,
            Provenance = provenance, Invented = invented, RecordedAt = at,
        };

    /// <summary>Checks that our funds' parts are no more than what the company raised.</summary>
    /// <param name="raised">Raised from everybody; null where it is not known.</param>
    /// <param name="parts">Our funds' parts; at least one.</param>
    /// <returns>Done, or a refusal: currencies mixed, or parts above what was raised.</returns>
    public static Result<Done> CheckParts(Money? raised, IReadOnlyList<Money> parts)
    {
        var currency = (raised ?? parts[0]).Currency;
        if (parts.FirstOrDefault(part => part.Currency != currency) is { } other) return LedgerErrors.CurrencyMixed(other.Currency, currency);
        var sum = parts.Aggregate((left, right) => left + right);
        return raised is null || sum <= raised ? Done.Value : HoldingErrors.PartsAboveRaised(sum, raised);
    }
}
