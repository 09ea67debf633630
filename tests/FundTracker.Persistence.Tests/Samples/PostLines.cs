using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Persistence.Tests.Samples;

/// <summary>A use case of this suite: posts lines between an investor, registered when first met, and the mother fund.</summary>
internal static class PostLines
{
    /// <summary>Posts lines.</summary>
    /// <param name="Judged">Whether the rules of ordinary work hold.</param>
    /// <param name="Fails">Whether the handler throws after it has posted.</param>
    /// <param name="LosesRaces">How many times the head is taken by another writer after it was read.</param>
    /// <param name="Error">Error that SQLite gives at every try; null for none.</param>
    [Recorders]
    public sealed record Command(
        string Books, string Investor, IReadOnlyList<Line> Lines, bool Judged = true, bool Fails = false, int LosesRaces = 0, int? Error = null)
        : ICommand<long>, IWithinBooks;

    /// <summary>One line.</summary>
    /// <param name="Amount">Minor units.</param>
    public sealed record Line(LineKind Kind, DateOnly Date, long Amount, long? Reverses = null);

    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<Tries>();
        services.AddScoped<IRequestHandler<Command, Result<long>>, Handler>();
        services.AddScoped<IValidator<Command>, Validator>();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Lines).NotEmpty();
    }

    internal sealed class Handler(Desk desk, Tries tries) : IRequestHandler<Command, Result<long>>
    {
        public async Task<Result<long>> Handle(Command request, CancellationToken cancellationToken)
        {
            var opened = await desk.Open(request.Books, cancellationToken);
            if (!opened.IsSuccess) return Result<long>.Refused(opened.Errors);
            var books = opened.Value;
            var investor = Investor(books, request.Investor);
            var edge = await books.EdgeBetween(EdgeKind.Commitment, investor, books.Head.MotherFund, cancellationToken);
            List<LineDraft> drafts =
                [.. request.Lines.Select(line => new LineDraft(edge.Id, line.Kind, line.Date, Money.FromMinor(line.Amount, edge.Currency)) { Reverses = line.Reverses })];
            var signed = new Signatures(desk.User, "approver1", null);
            var posted = request.Judged
                ? books.Post(drafts, signed).Map(_ => Done.Value)
                : books.Append([new RecordedTogether(desk.Now, [], drafts)], signed);
            if (tries.Count(request) <= request.LosesRaces) await TakeHead(books, cancellationToken);
            if (request.Error is { } error) throw new DbUpdateException("As asked.", new SqliteException("As asked.", error & 0xFF, error));
            if (request.Fails) throw new InvalidOperationException("Fails after posting, as asked.");
            return posted.Map(_ => books.Head.LedgerSequence);
        }

        /// <summary>What another writer does who was faster: the version that this command read is gone when it saves.</summary>
        private async Task TakeHead(OpenBooks books, CancellationToken cancellation)
        {
            var head = books.Head.MotherFund;
            await desk.Db.Books.Where(book => book.MotherFund == head).ExecuteUpdateAsync(set => set.SetProperty(book => book.Version, book => book.Version + 100), cancellation);
        }

        private NodeId Investor(OpenBooks books, string code)
        {
            if (books.Snapshot.FindNode(code) is { } known) return known.Id;
            var investor = Domain.Funds.Investor.Register(
                new NodeId(desk.NextId()), books.Head.MotherFund, code, BilingualName.Of($"出资人{code}", code), Provenance.Recorded, desk.Now);
            desk.Db.Nodes.Add(investor);
            books.Head.NoteNewMember();
            return investor.Id;
        }
    }
}

/// <summary>Counts how often a request was tried.</summary>
internal sealed class Tries
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<PostLines.Command, int> counts = new(ReferenceEqualityComparer.Instance);

    public int Count(PostLines.Command request) => counts.AddOrUpdate(request, 1, (_, count) => count + 1);
}

/// <summary>Short ways to say what the suite posts.</summary>
internal static class Given
{
    public static readonly DateOnly Day = new(2024, 1, 2);

    public static Application.Funds.SetUpMotherFund.Command MotherFund(string code = "LZ1", string currency = "CNY") =>
        new(code, Family: null, "庐州一号", "Luzhou One", currency, LegalForm.Company, TargetSize: null, new DateOnly(2023, 1, 3));

    public static PostLines.Command Commitment(string investor, long amount, string books = "LZ1") =>
        new(books, investor, [new(LineKind.Commitment, Day, amount)]);

    public static PostLines.Command Contribution(string investor, long amount, string books = "LZ1") =>
        new(books, investor, [new(LineKind.Contribution, Day, amount)]);
}
