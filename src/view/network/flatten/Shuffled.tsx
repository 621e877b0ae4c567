import type { ShuffleAnswer } from '../../../session/network/shuffleAnswer';
import { layerTitle } from '../../../words/networkWords';
import { countText, shortNumber } from '../../../words/numberText';
import { countedText } from '../../../words/sceneWords';
import { Stepper } from '../../parts/Stepper';
import { columnFill } from '../layers/columnFill';
import { PictureFigure } from '../parts/PictureFigure';
import { pictureSide } from '../parts/pictureSide';
import { TableRoom } from '../parts/TableRoom';
import { ValuesPicture } from '../parts/ValuesPicture';
import { sharedFill } from '../parts/valueFill';
import { useNetwork } from '../state/network';
import { useAnswer } from '../state/useAnswer';
import type { FlattenKept } from './flattenKept';

interface ShuffledProps {
  readonly kept: FlattenKept;
  readonly keep: (kept: FlattenKept) => void;
}

/** The image's pixels in one other order: the dense layer cannot tell, the convolution is lost. */
export function Shuffled({ kept, keep }: ShuffledProps) {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const { value } = useAnswer('shuffle', kept.isShuffled ? { kind: 'shuffle', seed: kept.seed } : undefined);
  const isUnknown = kept.isShuffled && value === undefined && model.asked.value.get('shuffle')?.isAnswered === true;
  return (
    <section class="shuffled" aria-label={t('Shuffled pixels')}>
      <div class="scene-tools">
        <h2>
          <b>{t('Shuffle the pixels of the image')}</b>
        </h2>
        <button
          type="button"
          aria-pressed={kept.isShuffled}
          onClick={() => keep({ ...kept, isShuffled: !kept.isShuffled })}
        >
          {t('Shuffle')}
        </button>
        <span class="label">{t('Order number')}</span>
        <Stepper
          label={t('Order number')}
          value={kept.seed}
          min={0}
          max={9999}
          onChange={(seed) => keep({ ...kept, seed })}
        />
      </div>
      {isUnknown && <p class="say">{t('The image is too large, or too small for the layer, to be compared here.')}</p>}
      {value && (
        <>
          <Pictures value={value} />
          <Dense dense={value.dense} />
        </>
      )}
    </section>
  );
}

function Pictures({ value: { image, shuffled, conv } }: { readonly value: ShuffleAnswer }) {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const palette = facts.palette.value;
  const shape = facts.columns.value[0]?.shape;
  if (shape?.length !== 3) return null;
  const plane = [1, shape[1], shape[2]] as const;
  const map = [1, conv.shape[1], conv.shape[2]] as const;
  const ofImage = columnFill(palette, image, true);
  const ofMap = sharedFill(palette, conv.before, conv.after);
  const { width } = model.size.value;
  const side = pictureSide(width, 210);
  const name = layerTitle(t, conv.layer);
  const differ = countedText(t, conv.differing, conv.values);
  return (
    <>
      <div class="pictures paired">
        <PictureFigure caption={t('Image')}>
          <ValuesPicture label={t('Image')} shape={plane} held={image} fill={ofImage} side={side} />
        </PictureFigure>
        <PictureFigure caption={t('the same pixels, shuffled')}>
          <ValuesPicture label={t('Shuffled image')} shape={plane} held={shuffled} fill={ofImage} side={side} />
        </PictureFigure>
        <PictureFigure caption={<Named name={name} what={t('of the image')} />}>
          <ValuesPicture label={t('{0} of the image', name)} shape={map} held={conv.before} fill={ofMap} side={side} />
        </PictureFigure>
        <PictureFigure caption={<Named name={name} what={t('of the shuffled one')} />}>
          <ValuesPicture
            label={t('{0} of the shuffled image', name)}
            shape={map}
            held={conv.after}
            fill={ofMap}
            side={side}
          />
        </PictureFigure>
      </div>
      <p class="verdict conv-verdict">
        <b>{t('Convolution')}</b> {t('{0} values differ, the most by {1}.', differ, shortNumber(conv.largest, 5))}{' '}
        {conv.largestSorted > 0
          ? t(
              'Even in order of size they differ, by up to {0}: the map is another one, not the same numbers elsewhere. A 3 × 3 window now reads pixels that never met.',
              shortNumber(conv.largestSorted, 5),
            )
          : t('In order of size they are the same: this filter reads one pixel at a time.')}
      </p>
    </>
  );
}

function Named({ name, what }: { readonly name: string; readonly what: string }) {
  return (
    <>
      <b>{name}</b> {what}
    </>
  );
}

function Dense({ dense: { before, after, largest, rounding } }: { readonly dense: ShuffleAnswer['dense'] }) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const row = (name: string, values: Float64Array) => (
    <tr>
      <th scope="row">{name}</th>
      {Array.from(values, (value, unit) => (
        <td key={unit}>{shortNumber(value, 7)}</td>
      ))}
    </tr>
  );
  return (
    <>
      <p class="verdict dense-verdict">
        <b>{t('Dense layer, its weights in the same new order')}</b>{' '}
        {largest <= rounding
          ? t(
              'The same numbers: {0} units, and the largest difference is {1}, what adding in another order rounds.',
              countText(before.length),
              shortNumber(largest, 5),
            )
          : t('The largest difference is {0}.', shortNumber(largest, 5))}{' '}
        {t('For it an image is a list; who stands beside whom it never knew.')}
      </p>
      <TableRoom label={t('Units of the dense layer')}>
        <table>
          <tbody>
            <tr>
              <th scope="row">{t('unit')}</th>
              {Array.from(before, (_, unit) => (
                <th scope="col" key={unit}>
                  {unit}
                </th>
              ))}
            </tr>
            {row(t('of the image'), before)}
            {row(t('of the shuffled one'), after)}
          </tbody>
        </table>
      </TableRoom>
    </>
  );
}
