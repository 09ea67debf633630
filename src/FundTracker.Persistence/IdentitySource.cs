using System.Security.Cryptography;
using FundTracker.Application;

namespace FundTracker.Persistence;

/// <summary>
/// Keys of 63 bits: milliseconds since 2020 (41 bits), a node number drawn at start (10 bits), a counter (12 bits). Ascending within a
/// node even when its clock stands or steps back; two nodes of one number can only meet in the same millisecond, and then the key's
/// uniqueness makes the later command try again.
/// </summary>
internal sealed class IdentitySource(TimeProvider clock) : IIdentitySource
{
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly long node = RandomNumberGenerator.GetInt32(1024);
    private readonly Lock gate = new();
    private long lastTick = -1;
    private long counter;

    public long Next()
    {
        lock (gate)
        {
            var tick = (long)(clock.GetUtcNow() - Epoch).TotalMilliseconds;
            if (tick > lastTick) (lastTick, counter) = (tick, 0);
            else if (++counter == 4096) (lastTick, counter) = (lastTick + 1, 0);
            return (lastTick << 22) | (node << 12) | counter;
        }
    }
}
