using FundTracker.Application.Approvals;
using FundTracker.Application.Funds;
using FundTracker.Application.Imports;
using FundTracker.Application.Text;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Evaluations;

/// <summary>
/// The demonstration's evaluations, of its invented funds alone: one of a planned fund before it is set up, one sealed after an objection, one
/// accepted that waits to be sealed, one that waits for a second review, and one that waits for its self-review.
/// </summary>
public sealed class EvaluationChapter : IDemoChapter
{
    /// <summary>The fund whose manager has an account.</summary>
    private const string Managed = "LYF12";

    private const string Other = "LYF09";
    private const string Planned = "LYF21";
    private const string District = "district";
    private const string National = "1753";
    private const string SetUp = "setup";
    private static readonly DateOnly Decided = new(2025, 5, 20);
    private static readonly DateOnly PlannedOn = new(2026, 2, 12);
    private static readonly DateOnly SetUpReviewed = new(2026, 3, 16);

    /// <inheritdoc/>
    public int Place => 500;

    /// <inheritdoc/>
    public async Task<bool> IsTold(DemoTeller teller, CancellationToken cancellation)
    {
        var listed = await teller.As("auditor1", new ListEvaluations.Query(teller.Books), cancellation);
        return listed.IsSuccess && listed.Value.Count > 0;
    }

    /// <inheritdoc/>
    public Task<Result<Done>> Tell(DemoTeller teller, CancellationToken cancellation)
    {
        var tale = new Tale(teller, cancellation);
        return tale.BeforeSetUp().Then(_ => tale.Sealed()).Then(_ => tale.Settled()).Then(_ => tale.UnderReview()).Then(_ => tale.Opened());
    }

    private sealed class Tale(DemoTeller teller, CancellationToken cancellation)
    {
        private string Books => teller.Books;

        public Task<Result<Done>> BeforeSetUp() => Plan()
            .Then(_ => teller.As(
                "committee2", new OpenEvaluation.Command(Books, Planned, SetUp, EvaluationTiming.ExAnte, AsOf: SetUpReviewed), cancellation))
            .Then(id => As("manager1", new HandInSelfReview.Command(Books, Planned, id, SetUpEntries(), Zh("statementSetUp")))
                .Then(_ => Review("committee1", id, SetUpScores(study: 15m, "")))
                .Then(_ => Review("committee3", id, SetUpScores(study: 9m, Zh("studyThin"))))
                .Then(_ => As("committee1", new AnnounceResult.Command(Books, id)))
                .Then(_ => As("manager1", new AcceptResult.Command(Books, Planned, id)))
                .Then(_ => As("committee3", new SealEvaluation.Command(Books, id, SetUpReviewed))));

        /// <summary>A planned fund, entered by one and approved by another.</summary>
        private async Task<Result<Done>> Plan()
        {
            var opened = await teller.As("manager1", new OpenSubFund.Command(
                Books, Planned, Zh("planned"), En("planned"), "CNY", PlannedOn, LegalForm.Partnership, FundClass.Angel, FundStage.Angel,
                Sector: "digitalEconomy", TargetSize: 300_000_000m, Status: FundStatus.Pipeline, Provenance: Provenance.Illustrative), cancellation);
            if (!opened.IsSuccess) return Result<Done>.Refused(opened.Errors);
            var pending = await teller.As("approver1", new ListPending.Query(Books), cancellation);
            if (!pending.IsSuccess) return Result<Done>.Refused(pending.Errors);
            foreach (var voucher in pending.Value.Vouchers.Where(voucher => voucher.About.Id == opened.Value))
            {
                var approved = await As("approver1", new ApproveVoucher.Command(Books, voucher.Id));
                if (!approved.IsSuccess) return approved;
            }

            return Done.Value;
        }

        public Task<Result<Done>> Sealed() => Open("committee1", Managed, District, 2024).Then(id =>
            HandIn(id, [new SelfEntry("carrierOccupancy", "83", Zh("occupancyProof"))], "statement2024")
                .Then(_ => Review("committee1", id, new ReviewScore("P1", null, Zh("leverage"))))
                .Then(_ => Review("committee2", id, new ReviewScore("P3", null, Zh("direction"))))
                .Then(_ => Review("committee3", id))
                .Then(_ => As("committee1", new AnnounceResult.Command(Books, id)))
                .Then(_ => As("subfund1", new ObjectToResult.Command(Books, Managed, id, Zh("objection"))))
                .Then(_ => As("committee1", new AnswerObjection.Command(Books, id, Zh("answer"))))
                .Then(_ => As("committee2", new SealEvaluation.Command(Books, id, Decided))));

        public Task<Result<Done>> Settled() => Open("committee2", Managed, District, 2025).Then(id =>
            HandIn(id, [new SelfEntry("carrierOccupancy", "", "")], "statement2025")
                .Then(_ => Review("committee1", id))
                .Then(_ => Review("committee3", id, new ReviewScore("R2", null, Zh("paid"))))
                .Then(_ => As("committee3", new AnnounceResult.Command(Books, id)))
                .Then(_ => As("subfund1", new AcceptResult.Command(Books, Managed, id))));

        public Task<Result<Done>> UnderReview() => Open("committee3", Managed, National, 2025).Then(id =>
            HandIn(id, Entries(), "statementNational").Then(_ => Review("committee1", id, Scores())));

        public async Task<Result<Done>> Opened() => (await Open("committee2", Other, District, 2025)).Map(_ => Done.Value);

        private static SelfEntry[] SetUpEntries() =>
        [
            new("setupKeyFieldShare", "82", Zh("proofTermSheet")), new("setupOthersCommitted", "3.2", Zh("proofLetters")),
            new("seniorStaffYears", "12", Zh("proofStaff")), new("setupProjectsReady", "6", Zh("proofProjects")),
            new("setupTermsClean", "yes", Zh("proofTermSheet")), new("setupStudyDone", "yes", Zh("proofStudy")),
        ];

        /// <summary>What the ladders give, but for the study, of which one member thinks less.</summary>
        private static ReviewScore[] SetUpScores(decimal study, string why) =>
        [
            new("D1", 20m, ""), new("D2", 15m, ""), new("T1", 15m, ""), new("T2", 10m, ""), new("G1", 15m, ""), new("G2", study, why),
        ];

        private static SelfEntry[] Entries() =>
        [
            new("newProductiveShare", "64", Zh("proofUse")), new("patentCount", "4", Zh("proofPatents")), new("resultsTransferred", "yes", Zh("proofTransfer")),
            new("bottleneckCount", "1", Zh("proofOpinion")), new("noRelocationClause", "yes", Zh("proofTerms")),
            new("noMarketViolation", "yes", Zh("proofDeclared")), new("carbonCutPercent", "3.5", Zh("proofYear")), new("greenShare", "38", Zh("proofUse")),
            new("privateShare", "52", Zh("proofUse")), new("livelihoodPoints", "", ""), new("livelihoodFields", "1", Zh("proofUse")),
            new("regionalStrategy", "yes", Zh("proofPlan")), new("capacityAgainstIndustry", "2", Zh("proofYear")), new("assetTurnover", "86", Zh("proofYear")),
            new("seniorStaffYears", "11", Zh("proofStaff")), new("noRiskLoss", "yes", Zh("proofDeclared")), new("creditGood", "yes", Zh("proofCredit")),
            new("registrationAndDisclosure", "2", Zh("proofRegistered")),
        ];

        /// <summary>What the ladders give, but for the indicator that the member judges lower.</summary>
        private static ReviewScore[] Scores() =>
        [
            new("A1", 7m, ""), new("A2a", 2m, ""), new("A2b", 2m, ""), new("A2c", 0m, Zh("noBreakthrough")), new("A3b", 3m, ""), new("A3c", 4m, ""),
            new("A4a", 2m, ""), new("A4b", 2m, ""), new("A5", 5m, ""), new("A8a", 0m, ""), new("A8b", 3m, ""), new("B1", 10m, ""), new("B3", 3m, ""),
            new("B4", 4m, ""), new("C5", 1m, ""), new("C6", 1m, ""), new("C7", 2m, ""), new("C8", 2m, ""),
        ];

        private static string Zh(string key) => Texts.In("zh")["demo.evaluation." + key];

        private static string En(string key) => Texts.In("en")["demo.evaluation." + key];

        private Task<Result<EvaluationId>> Open(string member, string fund, string scheme, int year) =>
            teller.As(member, new OpenEvaluation.Command(Books, fund, scheme, Year: year), cancellation);

        private Task<Result<Done>> HandIn(EvaluationId id, SelfEntry[] entries, string statement) =>
            As("subfund1", new HandInSelfReview.Command(Books, Managed, id, entries, Zh(statement)));

        private Task<Result<Done>> Review(string member, EvaluationId id, params ReviewScore[] scores) =>
            As(member, new ReviewEvaluation.Command(Books, id, scores));

        private async Task<Result<Done>> As<T>(string account, IRequest<Result<T>> request) =>
            (await teller.As(account, request, cancellation)).Map(_ => Done.Value);
    }
}
