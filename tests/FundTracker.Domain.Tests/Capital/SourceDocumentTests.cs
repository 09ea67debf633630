using System.Text;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Capital;

public sealed class SourceDocumentTests
{
    // SHA-256 of "abc", FIPS 180-2 appendix B.1.
    [Fact]
    public void A_document_is_known_by_the_hash_of_its_bytes() => Assert.Equal(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Attach(Encoding.ASCII.GetBytes("abc")).Sha256);

    [Fact]
    public void A_document_has_at_least_one_byte_and_at_most_20_mebibytes()
    {
        Assert.Throws<ArgumentException>(() => Attach([]));
        Assert.Throws<ArgumentException>(() => Attach(new byte[(20 * 1024 * 1024) + 1]));
        Assert.Equal(SourceDocument.MaxBytes, Attach(new byte[20 * 1024 * 1024]).Content.Length);
    }

    private static SourceDocument Attach(byte[] content) => SourceDocument.Attach(
        new DocumentId(1), new NodeId(1), "notice.pdf", "application/pdf", content, "manager1", Stamp.EndOf(new DateOnly(2023, 1, 5)));
}
