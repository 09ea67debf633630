using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class IndexSeries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MarketIndices",
                columns: table => new
                {
                    Code = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false),
                    LastRecordedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameZh = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarketIndices", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "IndexLevels",
                columns: table => new
                {
                    Index = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    LevelUnits = table.Column<long>(type: "bigint", nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexLevels", x => new { x.Index, x.Date, x.RecordedAt });
                    table.ForeignKey(
                        name: "FK_IndexLevels_MarketIndices_Index",
                        column: x => x.Index,
                        principalTable: "MarketIndices",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });
            // A trigger must be alone in its batch; so the script of the migrations hands it over as text.
            migrationBuilder.Sql("""
                EXEC(N'CREATE TRIGGER "IndexLevels_AppendOnly" ON "IndexLevels" INSTEAD OF UPDATE, DELETE AS
                BEGIN
                    SET NOCOUNT ON;
                    THROW 51000, ''IndexLevels is only added to: correct by a new entry'', 1;
                END');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IndexLevels");

            migrationBuilder.DropTable(
                name: "MarketIndices");
        }
    }
}
