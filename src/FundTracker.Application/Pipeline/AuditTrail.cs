using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Pipeline;

/// <summary>One successful command: who, when, through which door, with what input. Append-only and hash-chained.</summary>
public sealed class AuditEntry
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored entry.
    private AuditEntry()
    {
    }
#pragma warning restore CS8618

    /// <summary>Key: chain and sequence in one number.</summary>
    public long Id { get; private set; }

    /// <summary>Number of the books' chain; 0 for what belongs to no books.</summary>
    public int Chain { get; private set; }

    /// <summary>Place in the chain, from 1, without gaps.</summary>
    public long Sequence { get; private set; }

    /// <summary>When.</summary>
    public Stamp At { get; private set; }

    /// <summary>Who.</summary>
    public string User { get; private set; }

    /// <summary>Through which door.</summary>
    public Channel Channel { get; private set; }

    /// <summary>Name of the use case.</summary>
    public string Action { get; private set; }

    /// <summary>The command as JSON; bytes of files are replaced by their length.</summary>
    public string Input { get; private set; }

    /// <summary>SHA-256 over the previous hash and the canonical text, 32 bytes.</summary>
    public byte[] Hash { get; private set; }

    /// <summary>Canonical text that is hashed.</summary>
    public string CanonicalText() => HashChain.Canonical(
        ("chain", Chain), ("seq", Sequence), ("at", At), ("user", User), ("channel", Channel), ("action", Action), ("input", Input));

    internal static AuditEntry Of(AuditHead head, Stamp at, Actor actor, string action, string input, byte[] previousHash)
    {
        var entry = new AuditEntry
        {
            Id = LedgerLine.KeyOf(head.Chain, head.Sequence), Chain = head.Chain, Sequence = head.Sequence, At = at, User = actor.User,
            Channel = actor.Channel, Action = action, Input = input,
        };
        entry.Hash = HashChain.Next(previousHash, entry.CanonicalText());
        return entry;
    }
}

/// <summary>End of an audit chain.</summary>
public sealed class AuditHead
{
#pragma warning disable CS8618 // The mapper fills every property when it reads a stored head.
    private AuditHead()
    {
    }
#pragma warning restore CS8618

    /// <summary>Number of the books' chain; 0 for what belongs to no books.</summary>
    public int Chain { get; private set; }

    /// <summary>Sequence of the last entry; 0 where there is none.</summary>
    public long Sequence { get; private set; }

    /// <summary>Hash of the last entry.</summary>
    public byte[] Hash { get; private set; }

    /// <summary>Stamp of the last entry.</summary>
    public Stamp LastAt { get; private set; }

    /// <summary>Concurrency version.</summary>
    public int Version { get; private set; }

    internal static AuditHead Start(int chain) => new() { Chain = chain, Hash = HashChain.Start };

    internal AuditEntry Append(Stamp now, Actor actor, string action, string input)
    {
        LastAt = now > LastAt ? now : LastAt.Next;
        Sequence++;
        Version++;
        var entry = AuditEntry.Of(this, LastAt, actor, action, input, Hash);
        Hash = entry.Hash;
        return entry;
    }
}

/// <summary>Writes the audit entry of a command into the command's own transaction.</summary>
internal sealed class AuditTrail(IFundTrackerDb db, CurrentActor current, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new BytesAsLength(), new StampAsText() },
    };

    public async Task Append<TRequest>(TRequest request, CancellationToken cancellation)
    {
        var chain = 0;
        if (request is IWithinBooks within)
        {
            var books = within.Books.ToUpperInvariant();
            var fund = db.Nodes.Local.FirstOrDefault(node => node.Code == books && node.Id == node.MotherFund)?.Id
                ?? await db.Nodes.OfType<MotherFund>().Where(node => node.Code == books).Select(node => (NodeId?)node.Id).SingleOrDefaultAsync(cancellation);
            if (fund is { } id)
                chain = db.Books.Local.FirstOrDefault(book => book.MotherFund == id)?.Chain
                    ?? await db.Books.Where(book => book.MotherFund == id).Select(book => book.Chain).SingleAsync(cancellation);
        }

        var head = await db.AuditHeads.FindAsync([chain], cancellation);
        if (head is null) db.AuditHeads.Add(head = AuditHead.Start(chain));
        var type = typeof(TRequest);
        var input = JsonSerializer.Serialize(request, Json);
        db.Audit.Add(head.Append(Stamp.From(clock.GetUtcNow()), current.Actor, (type.DeclaringType ?? type).Name, input));
    }

    private sealed class StampAsText : JsonConverter<Stamp>
    {
        public override Stamp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("The audit trail is only written.");

        public override void Write(Utf8JsonWriter writer, Stamp value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class BytesAsLength : JsonConverter<byte[]>
    {
        public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Audit input is never read back.");

        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) =>
            writer.WriteStringValue($"{value.Length} bytes, sha256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(value))}");
    }
}
