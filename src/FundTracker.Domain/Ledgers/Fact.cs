using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>Names of what facts say. Values are text: a code, a number in invariant form, a date in ISO 8601.</summary>
public static class FactNames
{
    /// <summary>Kind of an investor: <see cref="Funds.InvestorKind"/>.</summary>
    public const string InvestorKind = "investorKind";

    /// <summary>Level of a fiscal investor: <see cref="Funds.FiscalLevel"/>.</summary>
    public const string FiscalLevel = "fiscalLevel";

    /// <summary>Class of a fund: <see cref="Funds.FundClass"/>.</summary>
    public const string FundClass = "fundClass";

    /// <summary>Stage of a fund: <see cref="Funds.FundStage"/>.</summary>
    public const string FundStage = "fundStage";

    /// <summary>Legal form of a fund: <see cref="Funds.LegalForm"/>.</summary>
    public const string LegalForm = "legalForm";

    /// <summary>Vintage year of a fund, four digits.</summary>
    public const string VintageYear = "vintageYear";

    /// <summary>Sector code of a fund or company.</summary>
    public const string Sector = "sector";

    /// <summary>Life-cycle stage of a company: <see cref="Holdings.LifeCycleStage"/>.</summary>
    public const string LifeCycleStage = "lifeCycleStage";

    /// <summary>Where a company sits: <c>district</c> or <c>outside</c>.</summary>
    public const string Location = "location";

    /// <summary>载体 code of the park, station or centre in which a company sits; empty once it has left. It follows from the company's
    /// tenancy (<see cref="Carriers.CarrierFacts"/>) and is not stated by hand.</summary>
    public const string Carrier = "carrier";

    /// <summary>产业链环节 of a company: <see cref="Carriers.ChainSegment"/>.</summary>
    public const string ChainSegment = "chainSegment";

    /// <summary>上市 market on which a company is listed: one of <see cref="FactRules.Markets"/>.</summary>
    public const string Listed = "listed";

    /// <summary>拟出资 what a mother fund plans to commit to a sub-fund that is not set up yet, major units; it moves no figure.</summary>
    public const string PlannedCommitment = "plannedCommitment";

    /// <summary>设立宗旨 what a mother fund is for, in free words.</summary>
    public const string Purpose = "purpose";

    /// <summary>治理 who steers a mother fund and how, in free words.</summary>
    public const string Governance = "governance";

    /// <summary>设立 whose subsidiary a mother fund is and how it was set up, in free words.</summary>
    public const string Founding = "founding";

    /// <summary>基金群 how many funds stand around a mother fund and of what size, as printed, in free words; it moves no figure.</summary>
    public const string FundFamily = "fundFamily";

    /// <summary>基金体系 which kinds of funds and which stages of companies the family covers, as printed, in free words.</summary>
    public const string Ecosystem = "ecosystem";

    /// <summary>Investor kinds that count as social capital, separated by commas; on the mother fund.</summary>
    public const string SocialKinds = "socialKinds";

    /// <summary>Target of a leverage formula, on the mother fund; the formula's code, or a class, follows a colon:
    /// <c>leverageTarget:SocialToFiscal</c>, <c>leverageTarget:class:Theme</c>.</summary>
    public const string LeverageTarget = "leverageTarget";

    /// <summary>Status of a fund: <see cref="Funds.FundStatus"/>.</summary>
    public const string FundStatus = "fundStatus";

    /// <summary>On a mother fund whose books were filled with a made-up history: last day up to which instants of recording are illustrative.</summary>
    public const string IllustrativeUntil = "illustrativeUntil";

    /// <summary>Target size of a fund, major units.</summary>
    public const string TargetSize = "targetSize";

    /// <summary>Exchange rate of a currency pair, on the mother fund: <c>fx:USD/CNY</c>.</summary>
    public const string ExchangeRate = "fx";

    /// <summary>How a sub-fund is expected to call and pay out: <see cref="Funds.PacingTerms"/>.</summary>
    public const string Pacing = "pacing";

    /// <summary>What a position table left blank for a sub-fund: of <c>commitment,paidIn,distributed,nav</c> those not reported, separated by commas.</summary>
    public const string NotReported = "notReported";

    /// <summary>Last year for which a fund's entry in the register was updated, four digits; the fact's day is the day of the update.</summary>
    public const string RegisteredYear = "registeredYear";

    /// <summary>Level of government that approved a fund: <see cref="Funds.FiscalLevel"/>.</summary>
    public const string ApprovalLevel = "approvalLevel";

    /// <summary>Sector codes of the fields that a mother fund is agreed to invest in, separated by commas.</summary>
    public const string KeyFields = "keyFields";

    /// <summary>What recallable distributions do to ratios, on the mother fund: <see cref="Funds.RecallablePolicy"/>.</summary>
    public const string RecallablePolicy = "recallablePolicy";

    /// <summary>What payments outside the commitment do to ratios, on the mother fund: <see cref="Funds.OutsideCommitmentPolicy"/>.</summary>
    public const string OutsideCommitmentPolicy = "outsideCommitmentPolicy";

    /// <summary>Which event gives a vintage year where none is stated, on the mother fund: <see cref="Funds.VintageConvention"/>.</summary>
    public const string VintageConvention = "vintageConvention";

    /// <summary>How a sub-fund's distributions are shared with its manager: <see cref="Funds.CarryTerms"/>.</summary>
    public const string CarryTerms = "carryTerms";

    /// <summary>What somebody states for a policy rule, with what proves it; the name of the input follows the colon:
    /// <c>evidence:higherApproval</c>, see <see cref="Policies.Evidence"/>.</summary>
    public const string Evidence = "evidence";

    /// <summary>Office of an account on the committee, on the mother fund: <see cref="Committees.CommitteeOffice"/>; the account follows the
    /// colon. Stated by an appointment alone.</summary>
    public const string CommitteeMember = "committeeMember";

    /// <summary>How the committee decides, on the mother fund: <see cref="Committees.VotingRule"/>.</summary>
    public const string CommitteeRule = "committeeRule";

    /// <summary>Which approvals need a resolution, on the mother fund: <see cref="Committees.ResolutionNeed"/>.</summary>
    public const string ResolutionNeeded = "resolutionNeeded";

    /// <summary>A carried resolution, on the fund that it is about; its number follows the colon: <see cref="Committees.Resolution"/>.
    /// Stated by closing the vote alone.</summary>
    public const string Resolution = "resolution";

    /// <summary>What a resolution released; its number and what it was follow colons. Stated by the approval alone.</summary>
    public const string ResolutionUse = "resolutionUse";

    /// <summary>Loss that is tolerated of a class or stage of funds, percent, on the mother fund: <c>lossTolerance:class:Angel</c>,
    /// <c>lossTolerance:stage:Seed</c>.</summary>
    public const string LossTolerance = "lossTolerance";

    /// <summary>What a sealed evaluation found of a fund, see <see cref="Evaluations.EvaluationGrade"/>; the scheme follows the colon:
    /// <c>evaluationGrade:district</c>. It is stated by sealing and by nothing else.</summary>
    public const string EvaluationGrade = "evaluationGrade";

    /// <summary>A case of local re-investment about a company, see <see cref="Policies.LocalCase"/>; its key follows the colon. It is recorded as
    /// a case, judged, and by nothing else.</summary>
    public const string LocalCase = "localCase";
}

/// <summary>
/// Something that figures read besides lines (a fund's class, a company's sector, a rate): effective-dated, recorded-at, append-only and
/// hash-chained as lines are. A later fact for the same day wins; changing one never rewrites the past.
/// </summary>
public sealed class Fact
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored fact.
    private Fact()
    {
    }
#pragma warning restore CS8618

    /// <summary>Key: chain number and sequence in one number.</summary>
    public long Id { get; private set; }

    /// <summary>Number of the chain.</summary>
    public int Chain { get; private set; }

    /// <summary>Place in the chain of facts, from 1, without gaps.</summary>
    public long Sequence { get; private set; }

    /// <summary>The node it speaks of.</summary>
    public NodeId Subject { get; private set; }

    /// <summary>What it says, see <see cref="FactNames"/>.</summary>
    public string Name { get; private set; }

    /// <summary>The value as text; empty takes an earlier value away.</summary>
    public string Value { get; private set; }

    /// <summary>First day on which it holds.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>When it was recorded.</summary>
    public Stamp RecordedAt { get; private set; }

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; private set; }

    /// <summary>
    /// Who approved it; <see cref="Signatures.OpeningBalance"/> where it opened the books, empty where the use case that stated it was itself
    /// the decision of a second person.
    /// </summary>
    public string ApprovedBy { get; private set; }

    /// <summary>The voucher by which it was proposed and approved.</summary>
    public VoucherId? Voucher { get; private set; }

    /// <summary>Where it comes from.</summary>
    public Provenance Provenance { get; private set; }

    /// <summary>SHA-256 over the previous hash and the canonical text, 32 bytes.</summary>
    public byte[] Hash { get; private set; }

    /// <summary>
    /// Canonical text that is hashed. Approver and voucher stand in it where there are any, so that chains that began before facts were
    /// approved still hold.
    /// </summary>
    public string CanonicalText()
    {
        var stated = HashChain.Canonical(
            ("chain", Chain), ("seq", Sequence), ("subject", Subject.Value), ("name", Name), ("value", Value), ("from", EffectiveFrom),
            ("at", RecordedAt), ("by", RecordedBy), ("provenance", Provenance));
        return ApprovedBy.Length == 0 && Voucher is null
            ? stated
            : stated + HashChain.Canonical(("approved", ApprovedBy), ("voucher", Voucher?.Value));
    }

    internal static Fact Record(FactDraft draft, int chain, long sequence, Stamp at, Signatures signed, byte[] previousHash)
    {
        var fact = new Fact
        {
            Id = LedgerLine.KeyOf(chain, sequence), Chain = chain, Sequence = sequence, Subject = draft.Subject, Name = draft.Name,
            Value = draft.Value, EffectiveFrom = draft.EffectiveFrom, RecordedAt = at, RecordedBy = signed.RecordedBy,
            ApprovedBy = signed.ApprovedBy, Voucher = signed.Voucher, Provenance = draft.Provenance,
        };
        fact.Hash = HashChain.Next(previousHash, fact.CanonicalText());
        return fact;
    }
}

/// <summary>A fact as somebody states it.</summary>
/// <param name="Subject">The node it speaks of; the mother fund for what holds for the whole book.</param>
/// <param name="Name">See <see cref="FactNames"/>.</param>
/// <param name="Value">Text; empty takes an earlier value away.</param>
/// <param name="EffectiveFrom">First day on which it holds.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record FactDraft(NodeId Subject, string Name, string Value, DateOnly EffectiveFrom, Provenance Provenance = Provenance.Recorded);
